import { minimumSamples } from '@dynoscope/statistics';
import type { Judged, Judgement, SourcedTarget } from './check';
import { formatInterval, formatValue } from './format';
import { formatTarget } from './formatTarget';
import { message } from './message';
import { moreSamples, needsToDecide, type SampleWords } from './needs';
import type { Measurement } from './schema';
import { boundsOf, marginOf, meets } from './target';

/** Met with less than this share to spare is a warning. */
const leastMargin = 0.1;
/** A measurement in which less confidence is placed decides nothing. */
const leastConfidence = 0.5;

/** The share that a statistic stands for: 0.99 for `p99`, 0.999 for `p999`; `undefined` when it is no quantile. */
export function shareOf(statistic: string): number | undefined {
  if (statistic === 'median') return 0.5;
  const digits = /^p(\d{2,5})$/.exec(statistic)?.[1];
  const share = Number(`0.${digits}`);
  return share > 0 ? share : undefined;
}

/** Value, unit, interval, target and margin of a measurement, as every judgement about it shows them. */
export function describe(
  measurement: Measurement,
  target?: SourcedTarget,
): Judged {
  const { metric, statistic, value, unit, n, interval, evidenceIds } =
    measurement;
  const margin = target && marginOf(value, target.target);
  return {
    metric,
    statistic,
    value,
    unit,
    n,
    ...(interval && { interval }),
    ...(target && { target: target.target, targetSource: target.source }),
    ...(margin !== undefined && { margin }),
    evidenceIds,
  };
}

/** `pass` or `warn` for a value that meets its target, by the margin of the value itself. */
export function passOrWarn(margin: number | undefined): 'pass' | 'warn' {
  return margin !== undefined && margin < leastMargin - 1e-9 ? 'warn' : 'pass';
}

/** The judgement of a measurement that decides nothing, if its source says that it cannot be relied on. */
export function unreliable(
  measurement: Measurement,
  target?: SourcedTarget,
): Judgement | undefined {
  const { value, reasons } = measurement.confidence;
  if (value >= leastConfidence) return undefined;
  return {
    ...describe(measurement, target),
    status: 'inconclusive',
    reason: message(
      'outcome.unreliable',
      'The measurement cannot be relied on: {reasons}.',
      { reasons: reasons.join('; ') || 'its source says so' },
    ),
    needs: message('outcome.needs-valid-run', 'a run that is valid'),
  };
}

/** The judgement of a quantile of fewer values than it takes, with the number that is missing. */
function tooFewSamples(options: {
  measurement: Measurement;
  target: SourcedTarget;
  samples: SampleWords;
  least: number;
  floor?: number;
}): Judgement {
  const { measurement, target, samples, least, floor } = options;
  const { n, unit } = measurement;
  const judged = describe(measurement, target);
  if (floor !== undefined && floor >= boundsOf(target.target).high) {
    return {
      ...judged,
      status: 'fail',
      reason: message(
        'outcome.surely-above',
        'With {n} {samples} the value is not known well, yet surely not below {floor}, which misses the target.',
        { n, samples: samples.other, floor: formatValue(floor, unit) },
      ),
    };
  }
  return {
    ...judged,
    status: 'inconclusive',
    reason: message(
      'outcome.too-few-samples',
      'There were only {n} {samples}, too few to say where the true value lies.',
      { n, samples: n === 1 ? samples.one : samples.other },
    ),
    needs: message('outcome.needs-samples', '{count}', {
      count: moreSamples(least - n, samples),
    }),
  };
}

/**
 * Decides by the interval: pass when all of it meets the target, fail when all of it misses on one side, inconclusive when
 * it crosses. Without an interval the value itself decides, but never a quantile of fewer values than its interval needs.
 */
export function judge(options: {
  measurement: Measurement;
  target: SourcedTarget;
  samples: SampleWords;
  /** The least number of values; by default what the statistic needs. */
  leastSamples?: number;
  /** What the true value is surely not below, whatever more samples bring. */
  floor?: number;
}): Judgement {
  const { measurement, target, samples, floor } = options;
  const { value, unit, n, interval } = measurement;
  const unsure = unreliable(measurement, target);
  if (unsure) return unsure;

  const p = shareOf(measurement.statistic);
  const least = options.leastSamples ?? (p ? minimumSamples({ p }) : 1);
  if (!interval && n < least) {
    return tooFewSamples({ measurement, target, samples, least, floor });
  }
  const judged = describe(measurement, target);
  const bounds = boundsOf(target.target);
  const ends = interval ?? { lower: value, upper: value, level: 1 };
  const met = [ends.lower, ends.upper].filter(end => meets(end, bounds)).length;
  if (met === 2) return { ...judged, status: passOrWarn(judged.margin) };
  const onOneSide = ends.lower >= bounds.high || ends.upper <= bounds.low;
  if (met === 0 && onOneSide) return { ...judged, status: 'fail' };
  const crossing = {
    level: Math.round(ends.level * 100),
    interval: formatInterval(ends, unit),
    target: formatTarget(target.target, unit),
  };
  const text =
    'The {level} % interval, {interval}, crosses the target {target}';
  const doubts = measurement.confidence.reasons.join('; ');
  if (doubts) {
    return {
      ...judged,
      status: 'inconclusive',
      reason: message('outcome.crosses-target-in-doubt', `${text}; {doubts}.`, {
        ...crossing,
        doubts,
      }),
      needs: message(
        'outcome.needs-calm-run',
        'a run without what disturbed it',
      ),
    };
  }
  return {
    ...judged,
    status: 'inconclusive',
    reason: message('outcome.crosses-target', `${text}.`, crossing),
    needs: needsToDecide(measurement, ends, target.target, samples),
  };
}
