import type { LoadResult } from '@dynoscope/load';
import type { Measurement } from '@dynoscope/scorecard';
import { decodeHistogram } from '@dynoscope/statistics';
import {
  clientDoubts,
  clientLateness,
  confidenceOf,
  runDoubts,
} from './doubts';
import { loadSource } from './loadSource';

/** The latency that one user sees; `[]` when nothing was measured. */
export function oneUserMeasurements(options: {
  result: LoadResult | undefined;
  subject: string;
}): Measurement[] {
  const { result, subject } = options;
  const value = result?.latency.p50;
  if (!result || value === undefined) return [];
  const { latency, requests, window } = result;
  const [lower, upper] = latency.intervals.p50 ?? [];
  return [
    {
      metric: 'inference.unloaded_latency',
      statistic: 'p50',
      subject,
      value,
      unit: 'ms',
      n: requests.succeeded,
      ...(lower !== undefined &&
        upper !== undefined && {
          interval: {
            lower: Math.max(0, lower - clientLateness(result)),
            upper,
            level: 0.95,
          },
        }),
      window,
      source: loadSource(result, 'one user'),
      confidence: confidenceOf([
        ...runDoubts(result),
        ...clientDoubts(result, 'the lower bound allows for it'),
      ]),
      evidenceIds: [],
      facts: {
        requests: requests.sent,
        failed: requests.failed,
        minMs: leastOf(result),
        meanMs: latency.mean,
        maxMs: latency.max,
      },
    },
  ];
}

/** The fastest answer, in ms. */
function leastOf({ histogram }: LoadResult): number | undefined {
  const fastest = decodeHistogram(histogram).bucketOfRank(1);
  return fastest && fastest.lower / 1000;
}
