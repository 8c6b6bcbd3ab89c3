import type { LoadResult } from '@dynoscope/load';
import {
  decodeHistogram,
  minimumSamples,
  quantileRanks,
} from '@dynoscope/statistics';
import {
  clientDoubts,
  clientLateness,
  confidenceOf,
  runDoubts,
} from './doubts';

const percentiles = [
  ['p50', 0.5],
  ['p90', 0.9],
  ['p95', 0.95],
  ['p99', 0.99],
] as const;

/** A percentile of which the failed requests may be part is not known. */
const hidden = 0.3;
/** What too few samples take away: they decide by the interval, not by distrust. */
const leastForSamples = 0.5;

/** The percentiles of a load, with the interval that each surely lies in. */
export function latencyMeasurements(result: LoadResult) {
  const { succeeded, failed } = result.requests;
  const lateness = clientLateness(result);
  const doubts = [
    ...runDoubts(result),
    ...clientDoubts(result, 'the lower bound allows for it'),
  ];
  return percentiles.flatMap(([statistic, p]) => {
    const value = result.latency[statistic];
    if (value === undefined) return [];
    const own = [...doubts];
    const least = minimumSamples({ p });
    if (succeeded < least) {
      own.push({
        value: Math.max(leastForSamples, succeeded / least),
        reason: `${succeeded} of the ${least} samples that ${statistic.toUpperCase()} needs`,
      });
    }
    const [lower, withoutFailed] = result.latency.intervals[statistic] ?? [];
    const upper = failed > 0 ? upperWithFailed(result, p) : withoutFailed;
    if (upper === undefined && withoutFailed !== undefined) {
      own.push({
        value: hidden,
        reason: `${failed} of ${
          succeeded + failed
        } requests failed, and counted as the slowest they may be ${statistic.toUpperCase()}`,
      });
    }
    return {
      metric: 'inference.latency',
      statistic,
      value,
      unit: 'ms' as const,
      n: succeeded,
      ...(lower !== undefined &&
        upper !== undefined && {
          interval: {
            lower: Math.max(0, lower - lateness),
            upper,
            level: 0.95,
          },
        }),
      confidence: confidenceOf(own),
    };
  });
}

/** The upper end of a percentile's interval when failed requests count as the slowest; `undefined` when it is one of them. */
function upperWithFailed(result: LoadResult, p: number): number | undefined {
  const { succeeded, failed } = result.requests;
  const ranks = quantileRanks({ n: succeeded + failed, p });
  if (!ranks || ranks.upper > succeeded) return undefined;
  const histogram = decodeHistogram(result.histogram);
  return histogram.bucketOfRank(ranks.upper)!.upper / 1000;
}
