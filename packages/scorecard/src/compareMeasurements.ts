import { differenceInterval } from '@dynoscope/statistics';
import type { Comparison } from './comparisonSchema';
import { estimateOf, type MeasuredEstimate } from './estimateOf';
import type { Measurement } from './schema';
import type { MetricInfo } from './wire';

type Row = Comparison['rows'][number];

/** A difference that surely is no larger, as a share of the base, is called the same. */
const sameBand = 0.05;

/** One row of a comparison; `undefined` when the two are in units that cannot be compared. */
export function compareMeasurements(options: {
  base: Measurement;
  candidate: Measurement;
  /** `undefined` for a metric that nobody knows. */
  better?: MetricInfo['better'];
  /** One of the runs does not count. */
  invalid: boolean;
}): Row | undefined {
  const { better, invalid } = options;
  const { metric, statistic, subject, unit } = options.base;
  const base = estimateOf(options.base);
  const candidate = estimateOf(options.candidate, unit);
  if (!base || !candidate) return undefined;
  const value = candidate.value - base.value;
  const interval =
    base.interval &&
    candidate.interval &&
    differenceInterval(
      { value: candidate.value, interval: candidate.interval },
      { value: base.value, interval: base.interval },
    );
  const doubt = invalid ? 'One of the runs is not valid.' : doubtOf(options);
  return {
    metric,
    statistic,
    subject,
    unit,
    base: sideOf(base),
    candidate: sideOf(candidate),
    difference: {
      value,
      ...(interval && { lower: interval.lower, upper: interval.upper }),
    },
    ...(base.value !== 0 && { relative: value / Math.abs(base.value) }),
    ...(doubt || !interval
      ? { verdict: 'unclear' as const, reason: doubt }
      : judge(interval, better, sameBand * Math.abs(base.value))),
  };
}

function judge(
  { lower, upper }: { lower: number; upper: number },
  better: MetricInfo['better'] | undefined,
  band: number,
): Pick<Row, 'verdict' | 'reason'> {
  if (lower >= -band && upper <= band) return { verdict: 'same' };
  if (lower <= 0 && upper >= 0) {
    return {
      verdict: 'unclear',
      reason: 'The interval of the difference includes no difference at all.',
    };
  }
  if (better !== 'lower' && better !== 'higher') {
    return {
      verdict: 'unclear',
      reason: 'It differs, and neither more nor less of it is better.',
    };
  }
  return { verdict: upper < 0 === (better === 'lower') ? 'better' : 'worse' };
}

/** What keeps two measurements from being told apart. */
function doubtOf(sides: {
  base: Measurement;
  candidate: Measurement;
}): string | undefined {
  for (const name of ['base', 'candidate'] as const) {
    const estimate = estimateOf(sides[name]);
    if (estimate?.doubt) return `Of the ${name}, ${estimate.doubt}.`;
    if (estimate?.atLeast) {
      return `Of the ${name} only a lower bound is known: the client was at its end before the service.`;
    }
  }
  return undefined;
}

function sideOf({ value, interval, n }: MeasuredEstimate): Row['base'] {
  return { value, ...(interval && { interval }), n };
}
