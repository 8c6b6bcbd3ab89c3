import { mockServices } from '@backstage/backend-test-utils';
import type { Run } from '@dynoscope/scorecard';
import type { Knex } from 'knex';
import { createKillSwitch } from '../runs/killSwitch';
import { RunQueue } from '../runs/queue/RunQueue';
import { RunStore } from '../runs/queue/RunStore';
import { RunWorker } from '../runs/RunWorker';
import { plan } from './plan';
import { until } from './until';

export type Perform = Parameters<typeof RunWorker.create>[0]['perform'];

/** Goes on until it is aborted. */
export const endless: Perform = ({ signal }) =>
  new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason));
    if (signal.aborted) reject(signal.reason);
  });

/** A queue and the workers that a test starts; `stop` ends them all. */
export function createWorkers(knex: Knex) {
  const queue = RunQueue.create({ knex });
  const store = RunStore.create({ knex });
  const workers: RunWorker[] = [];
  return {
    queue,
    store,

    start(perform: Perform, options: { queue?: RunQueue } = {}) {
      const config = mockServices.rootConfig();
      const logger = mockServices.logger.mock();
      const changes: Run[] = [];
      const killSwitch = createKillSwitch({ config, logger });
      const worker = RunWorker.create({
        queue,
        killSwitch,
        logger,
        name: 'test',
        perform,
        onChange: run => changes.push(run),
        ...options,
      });
      workers.push(worker);
      worker.start();
      return { worker, config, changes, logger, killSwitch };
    },

    add: (target: string) =>
      queue.add({
        plan: plan(),
        trigger: 'user',
        requestedBy: 'user:default/guest',
        targets: [{ target, requests: 1 }],
      }),

    reached: (run: Run, ...states: Run['state'][]) =>
      until(async () => {
        const now = await store.get(run.id);
        return states.includes(now.state) ? now : undefined;
      }),

    async stop() {
      await Promise.all(workers.map(worker => worker.stop()));
    },
  };
}
