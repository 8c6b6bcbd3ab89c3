import type { LoadResult } from '@dynoscope/load';
import type { Measurement } from '@dynoscope/scorecard';
import { clopperPearson } from '@dynoscope/statistics';
import {
  clientDoubts,
  confidenceOf,
  isClientLimited,
  runDoubts,
} from './doubts';
import { instancesOf } from './instancesOf';
import { latencyMeasurements } from './latencyMeasurements';
import { loadSource } from './loadSource';

/** What a load tells about its endpoint. A run that is not valid gives nothing that could decide a check. */
export function inferenceMeasurements(options: {
  result: LoadResult;
  subject: string;
  evidenceIds: string[];
}): Measurement[] {
  const { result, subject, evidenceIds } = options;
  const { arrival } = result.plan;
  const common = {
    subject,
    window: result.window,
    source: loadSource(result, `closed loop of ${arrival.users} users`),
    evidenceIds,
  };
  return [
    ...latencyMeasurements(result),
    ...errorRate(result),
    ...capacity(result),
  ].map(measurement => ({ ...common, ...measurement }));
}

/** The observed share, and up to where the true one may reach. */
function errorRate(result: LoadResult) {
  const { succeeded, failed } = result.requests;
  const attempts = succeeded + failed;
  if (attempts === 0) return [];
  const { upper, level } = clopperPearson({
    count: failed,
    trials: attempts,
    side: 'upper',
  });
  return [
    {
      metric: 'inference.error_rate',
      statistic: 'upper95',
      value: (100 * failed) / attempts,
      unit: '%' as const,
      n: attempts,
      interval: { lower: 0, upper: upper * 100, level },
      confidence: confidenceOf(runDoubts(result)),
      facts: { failed, attempts, errors: result.requests.errors },
    },
  ];
}

/** The rate that was reached: the target can do at least that. */
function capacity(result: LoadResult) {
  const doubts = [
    ...runDoubts(result),
    ...clientDoubts(result, 'the target may be able to do more'),
  ];
  const { ceiling, value } = result.throughput;
  if (result.requests.succeeded === 0) return [];
  return [
    {
      metric: 'inference.capacity',
      statistic: 'max',
      value,
      unit: '1/s' as const,
      n: result.requests.succeeded,
      confidence: confidenceOf(doubts),
      facts: {
        users: result.plan.arrival.users,
        arrival: 'closed',
        instances: instancesOf(result.plan),
        meanMs: result.latency.mean,
        p50Ms: result.latency.p50,
        p90Ms: result.latency.p90,
        p99Ms: result.latency.p99,
        rateCeiling: ceiling?.rate,
        ceilingReached: ceiling?.reached ?? false,
        clientLimited: isClientLimited(result),
      },
    },
  ];
}
