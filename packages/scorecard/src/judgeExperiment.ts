import { differenceInterval } from '@dynoscope/statistics';
import type { Experiment, Verdict } from './experimentSchema';
import { estimateOf, type MeasuredEstimate } from './estimateOf';
import {
  formatInterval,
  formatQuantity,
  formatStatistic,
  formatValue,
} from './format';
import { doubtsOf, errorsRose, measuredAnother } from './judgeExperimentDoubts';
import { judgePromise } from './judgeExperimentPromise';
import { metrics } from './metrics';
import type { Expected } from './remedySchema';
import type { Report } from './reportSchema';
import type { MetricInfo } from './wire';

/**
 * What came of a promise.
 *
 * @public
 */
export interface ExperimentJudgement {
  verdict: Verdict;
  /** After minus before. */
  effect?: Experiment['effect'];
  /** What the verdict rests on, or why it is unclear, in sentences. */
  reasons: string[];
}

/**
 * Judges a promise by what the same plan measured before and after. The interval of the value afterwards decides:
 * `kept` when even its worse end is as good as promised, `exceeded` when it is better than all that was promised, `missed`
 * when even its better end is worse. What is significantly worse than before is missed whatever was promised, and nothing is
 * kept that is not significantly better than before, so that a change without an effect never is. All else is `unclear`,
 * and so is what runs say that are not valid.
 *
 * @public
 */
export function judgeExperiment(options: {
  expected: Expected;
  base: Report;
  candidate: Report;
  subject: string;
  better: MetricInfo['better'];
}): ExperimentJudgement {
  const { expected, base, candidate, better } = options;
  const before = findEstimate(options, base);
  const after = findEstimate(options, candidate);
  const doubts = [
    ...doubtsOf('before', base, before),
    ...doubtsOf('after', candidate, after),
    ...measuredAnother(options),
  ];
  if (doubts.length > 0 || !before?.interval || !after?.interval) {
    return { verdict: 'unclear', reasons: doubts };
  }
  const difference = differenceInterval(
    { value: after.value, interval: after.interval },
    { value: before.value, interval: before.interval },
  );
  const effect = {
    value: after.value - before.value,
    lower: difference.lower,
    upper: difference.upper,
    unit: expected.unit,
  };
  const told = sentenceOf(expected, before, after);
  if (better === 'within') {
    const reason = 'Neither more nor less of it is better.';
    return { verdict: 'unclear', effect, reasons: [told, reason] };
  }
  const errors = errorsRose(options);
  if (errors) {
    return { verdict: 'unclear', effect, reasons: [told, errors] };
  }
  const { verdict, reason } = judgePromise({
    better,
    before,
    after,
    effect,
    expected,
  });
  return { verdict, effect, reasons: reason ? [told, reason] : [told] };
}

function findEstimate(
  { expected, subject }: { expected: Expected; subject: string },
  { measurements }: Report,
): MeasuredEstimate | undefined {
  const found = measurements.find(
    each =>
      each.metric === expected.metric &&
      each.statistic === expected.statistic &&
      each.subject === subject,
  );
  return found && estimateOf(found, expected.unit);
}

function sentenceOf(
  { metric, statistic, lower, upper, unit }: Expected,
  before: MeasuredEstimate,
  after: MeasuredEstimate,
): string {
  const title = metrics.find(({ id }) => id === metric)?.title ?? metric;
  const name = `${title} (${formatStatistic(statistic)})`;
  const value = (estimate: MeasuredEstimate) =>
    `${formatValue(estimate.value, unit)} (${formatInterval(
      estimate.interval!,
      unit,
    )})`;
  const promised = formatInterval({ lower, upper }, unit);
  const ending = formatQuantity(upper, unit).unit;
  return `${name} was ${value(before)} before and is ${value(
    after,
  )} now; promised were ${promised}${ending && ` ${ending}`}.`;
}
