import {
  clopperPearson,
  minimumSamples,
  quantileRanks,
} from '@dynoscope/statistics';
import type { LoadResult } from './LoadResult';
import type { LoadPlan } from './plan';
import type { Tally } from './Tally';

type Verdict = NonNullable<LoadResult['slo']>[number];

const shares = { p50: 0.5, p90: 0.9, p95: 0.95, p99: 0.99, p999: 0.999 };

/**
 * Whether objectives are met, at 95 %: a value whose interval holds its target is inconclusive. A failed request counts as
 * one that never ends.
 */
export function judgeSlo(
  slo: LoadPlan['slo'],
  tally: Tally,
): Verdict[] | undefined {
  if (slo.length === 0) return undefined;
  return slo.map(({ name, atMost }) =>
    name === 'errors'
      ? judgeErrors(atMost, tally)
      : judgePercentile(name, atMost, tally),
  );
}

function judgePercentile(
  name: keyof typeof shares,
  atMost: number,
  tally: Tally,
): Verdict {
  const p = shares[name];
  const n = tally.succeeded + tally.failed;
  const verdict = { name, target: { atMost }, unit: 'ms' as const };
  const value = latencyOfRank(tally, Math.max(1, Math.ceil(p * n)));
  const ranks = quantileRanks({ n, p });
  if (n === 0 || !ranks) {
    const needed = minimumSamples({ p });
    return {
      ...verdict,
      ...(n > 0 && Number.isFinite(value) && { value }),
      status: 'inconclusive',
      reason: `${n} requests are too few, ${name} needs ${needed}`,
    };
  }
  const lower = latencyOfRank(tally, ranks.lower);
  const upper = latencyOfRank(tally, ranks.upper);
  const bounds = `95 % interval ${shown(lower)} to ${shown(upper)} ms`;
  return {
    ...verdict,
    ...(Number.isFinite(value) && { value }),
    ...statusOf(lower, upper, atMost),
    reason: bounds,
  };
}

function judgeErrors(atMost: number, { failed, succeeded }: Tally): Verdict {
  const trials = failed + succeeded;
  const verdict = { name: 'errors', target: { atMost }, unit: '%' } as const;
  if (trials === 0) {
    return { ...verdict, status: 'inconclusive', reason: 'no request ended' };
  }
  const bound = (side: 'upper' | 'lower') =>
    clopperPearson({ count: failed, trials, side })[side] * 100;
  const [lower, upper] = [bound('lower'), bound('upper')];
  return {
    ...verdict,
    value: (failed / trials) * 100,
    ...statusOf(lower, upper, atMost),
    reason: `${failed} of ${trials} failed, at most ${upper.toPrecision(
      3,
    )} % at 95 %`,
  };
}

function statusOf(
  lower: number,
  upper: number,
  atMost: number,
): Pick<Verdict, 'status'> {
  if (upper <= atMost) return { status: 'pass' };
  return { status: lower > atMost ? 'fail' : 'inconclusive' };
}

/** Milliseconds; failed requests take the ranks above all others. */
function latencyOfRank(tally: Tally, rank: number): number {
  if (rank > tally.succeeded) return Infinity;
  const bucket = tally.latency.bucketOfRank(rank)!;
  return Math.min(bucket.upper, tally.latency.max!) / 1000;
}

function shown(value: number): string {
  return Number.isFinite(value) ? value.toFixed(2) : '∞';
}
