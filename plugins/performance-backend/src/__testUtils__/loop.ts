import { mockServices } from '@backstage/backend-test-utils';
import type { Probe } from '@dynoscope/backstage-plugin-performance-node';
import type { ProbeProgress, Run } from '@dynoscope/scorecard';
import { planSubject } from '../runs/makePlan';
import { runProbes } from '../runs/runProbes';
import { echoed, echoProbe } from './echoProbe';
import { plan } from './plan';

const limits = { connections: 9, rate: 9, seconds: 9, bytes: 9000 };
const subject = {
  id: 'echo/one',
  kind: 'echo',
  address: 'http://one/',
  allowedBy: 'the test',
};

export type Measure = Probe['measure'];

/** A probe with little time. */
export const probe = (id: string, measure: Measure): Probe =>
  echoProbe({
    id,
    measure,
    plan: (...args) => ({
      ...echoProbe().plan(...args),
      probe: id,
      max: { ...echoProbe().plan(...args).max, seconds: 0.05 },
    }),
  });

/** Runs probes at one subject, as a worker does. */
export async function loop(
  probes: Probe[],
  options: {
    abort?: AbortController;
    change?(entry: Run['plan']['probes'][number]): void;
  } = {},
) {
  const { abort = new AbortController(), change } = options;
  const subjects = probes.map(each => ({ probe: each, subject }));
  const plans = subjects.map(each => planSubject({ ...each, limits }));
  plans.forEach(each => change?.(each));
  const logger = mockServices.logger.mock();
  const states: ProbeProgress['state'][][] = [];
  const results = await runProbes({
    run: { id: 'run', plan: plan({ probes: plans }) } as Run,
    subjects,
    limits,
    signal: abort.signal,
    logger,
    resolve: async url => ({ url, host: 'one', port: 80, ip: '127.0.0.1' }),
    previous: async ({ metric }) =>
      metric === 'echo.time' ? { value: 3, n: 1 } : undefined,
    onProgress: progress =>
      states.push(progress.probes.map(({ state }) => state)),
    settleMilliseconds: 50,
  });
  return { results, logger, states };
}

/** Measures well. */
export const good: Measure = async () => [echoed()];
