import type { Knex } from 'knex';
import { testDatabases } from '../__testUtils__/databases';
import { until } from '../__testUtils__/until';
import { createWorkers, endless } from '../__testUtils__/workers';
import { performanceError } from '../performanceError';
import { RunQueue } from './queue/RunQueue';
import type { RunResult } from './RunWorker';

jest.setTimeout(60_000);

const databases = testDatabases();

describe.each(databases.ids)('the worker on %s', id => {
  let knex: Knex;
  let workers: ReturnType<typeof createWorkers>;

  beforeEach(async () => {
    knex = await databases.migrated(id);
    workers = createWorkers(knex);
  });

  afterEach(async () => {
    await workers.stop();
  });

  it('does runs, at most two at a time, and tells each change', async () => {
    const runs = [
      await workers.add('a'),
      await workers.add('b'),
      await workers.add('c'),
    ];
    let together = 0;
    let most = 0;
    const { changes } = workers.start(async ({ onProgress, run }) => {
      most = Math.max(most, ++together);
      await new Promise(resolve => setTimeout(resolve, 50));
      onProgress({
        probes: run.progress.probes.map(probe => ({ ...probe, done: 7 })),
      });
      together--;
      const result: RunResult = {
        end: { state: 'succeeded', reportId: run.id },
        write: async (tx, { id: runId }) => {
          await tx('plans').insert({
            id: runId,
            entity_ref: '',
            document: '',
            expires_at: 0,
          });
        },
      };
      return result;
    });
    for (const run of runs) {
      const done = await workers.reached(run, 'succeeded');
      expect(done).toMatchObject({
        reportId: run.id,
        progress: { probes: [{ done: 7 }] },
      });
      await until(
        () =>
          changes.some(
            change => change.id === run.id && change.state === 'succeeded',
          ) || undefined,
      );
    }
    expect(most).toBe(2);
    expect((await knex('plans').pluck('id')).sort()).toEqual(
      runs.map(run => run.id).sort(),
    );
  });

  it('stops a run that another replica was asked to cancel, and keeps nothing of it', async () => {
    const run = await workers.add('a');
    let write = false;
    workers.start(async options => {
      await endless(options).catch(() => {});
      return {
        end: { state: 'succeeded' },
        write: async () => {
          write = true;
        },
      };
    });
    await workers.reached(run, 'running');
    await RunQueue.create({ knex }).cancel(run.id);
    expect(await workers.reached(run, 'cancelled')).not.toHaveProperty('error');
    expect(write).toBe(false);
  });

  it('ends a run as failed when doing it fails, without what the error says', async () => {
    const [hidden, shown] = [await workers.add('a'), await workers.add('b')];
    const { logger } = workers.start(async ({ run }) => {
      if (run.id === hidden.id) throw new Error('password=hunter2');
      throw performanceError('unreachable', 'The host was not found');
    });
    const failed = await workers.reached(hidden, 'failed');
    expect(failed.error?.message).toContain('the log of the backend');
    expect(JSON.stringify(logger.error.mock.calls)).toContain('hunter2');
    expect(await workers.reached(shown, 'failed')).toMatchObject({
      error: { code: 'unreachable', message: 'The host was not found' },
    });
  });

  it('interrupts what goes on when the portal shuts down, and takes nothing more', async () => {
    const run = await workers.add('a');
    const { worker } = workers.start(endless);
    await workers.reached(run, 'running');
    const next = await workers.add('b');
    await worker.stop();
    expect(await workers.store.get(run.id)).toMatchObject({
      state: 'interrupted',
      error: { code: 'killed', message: expect.stringContaining('shut down') },
    });
    expect((await workers.store.get(next.id)).state).toMatch(
      /queued|interrupted/,
    );
  });

  it('stops everything and starts nothing while the kill switch is off', async () => {
    const run = await workers.add('a');
    const { config, killSwitch } = workers.start(endless);
    await workers.reached(run, 'running');
    const claim = jest.spyOn(workers.queue, 'claim');
    const looked = jest.spyOn(killSwitch, 'enabled', 'get');
    config.update({ data: { performance: { enabled: false } } });
    expect(await workers.reached(run, 'cancelled')).toMatchObject({
      error: { code: 'killed' },
    });
    const waiting = await workers.add('a');
    const before = looked.mock.calls.length;
    await until(() => looked.mock.calls.length > before + 1 || undefined);
    expect(claim).not.toHaveBeenCalled();
    config.update({ data: { performance: {} } });
    await workers.reached(waiting, 'running');
  });
});
