import type { Check, CheckInput, Judgement, SourcedTarget } from '../check';
import { formatStatistic, formatValue } from '../format';
import { message } from '../message';
import { type MetricId, metrics } from '../metrics';
import type { SampleWords } from '../needs';
import { describe, judge, shareOf } from '../outcome';
import type { Measurement, Message } from '../schema';
import { docOf } from './docOf';

/** One value that a check needs. */
export interface Quantity {
  metric: MetricId;
  statistic: string;
  /** A target of its own; without it the check's target judges the value. */
  target?: SourcedTarget;
}

/** What a check of one or several values is made of. */
export interface QuantityCheckDefinition
  extends Pick<
    Check,
    | 'id'
    | 'category'
    | 'title'
    | 'failureTitle'
    | 'description'
    | 'guide'
    | 'subjectKinds'
    | 'target'
  > {
  quantities: readonly Quantity[];
  samples: SampleWords;
  leastSamples?: number;
  /** Why a subject is not judged by this check, if so. */
  notApplicable?(input: CheckInput): Message | undefined;
  /** Why there is no target, and what would give one. */
  noTarget?: Message;
}

/** The newest of the measurements with this metric and statistic. */
export function find(
  measurements: readonly Measurement[],
  { metric, statistic }: { metric: string; statistic: string },
): Measurement | undefined {
  return measurements.findLast(
    each => each.metric === metric && each.statistic === statistic,
  );
}

const severity = ['pass', 'warn', 'no-data', 'error', 'inconclusive', 'fail'];

/** The judgement that a check of several values shows: the worst one. */
export function worstOf(judgements: readonly Judgement[]): Judgement {
  return judgements.reduce((worst, each) =>
    severity.indexOf(each.status) > severity.indexOf(worst.status)
      ? each
      : worst,
  );
}

export function noValue({ metric, statistic }: Quantity): Judgement {
  const title = metrics.find(each => each.id === metric)?.title ?? metric;
  return {
    status: 'no-data',
    reason: message('outcome.no-value', 'No value of {metric} was measured.', {
      metric: `${title} (${formatStatistic(statistic)})`,
    }),
  };
}

/** A value that a lower quantile of the same metric shows the true one not to be below. */
function floorOf(
  measurement: Measurement,
  measurements: readonly Measurement[],
): number | undefined {
  const { metric, statistic, value } = measurement;
  if (statistic === 'max') return value;
  const share = shareOf(statistic) ?? 0;
  const lower = measurements
    .filter(each => each.metric === metric && each.interval)
    .filter(each => (shareOf(each.statistic) ?? 1) < share)
    .map(each => each.interval!.lower);
  return lower.length > 0 ? Math.max(...lower) : undefined;
}

/** A share of a baseline that is not pinned yet. */
function noBaseline(
  measurement: Measurement,
  target: SourcedTarget,
): Judgement {
  const value = formatValue(measurement.value, measurement.unit);
  return {
    ...describe(measurement),
    target: target.target,
    targetSource: target.source,
    status: 'no-data',
    reason: message(
      'outcome.no-baseline',
      '{value} was measured, but no baseline is pinned to compare with.',
      { value },
    ),
  };
}

/** A check that compares measured values with a target. */
export function quantityCheck(definition: QuantityCheckDefinition): Check {
  const {
    quantities,
    samples,
    leastSamples,
    notApplicable,
    noTarget,
    ...texts
  } = definition;

  function judgeQuantity(quantity: Quantity, input: CheckInput): Judgement {
    const { measurements, baseline = [] } = input;
    const measurement = find(measurements, quantity);
    if (!measurement) return noValue(quantity);
    const target = quantity.target ?? input.target;
    if (!target) {
      const reason = noTarget ?? message('outcome.no-target', 'No target.');
      return { ...describe(measurement), status: 'no-data', reason };
    }
    const floor = floorOf(measurement, measurements);
    const options = { measurement, target, samples, leastSamples, floor };
    if (!('ofBaseline' in target.target)) return judge(options);
    const pinned = find(baseline, quantity);
    if (!pinned) return noBaseline(measurement, target);
    const atLeast = target.target.ofBaseline * pinned.value;
    return {
      ...judge({ ...options, target: { ...target, target: { atLeast } } }),
      target: target.target,
    };
  }

  return {
    ...texts,
    doc: docOf(definition.id),
    metrics: quantities,
    evaluate(input) {
      const reason = notApplicable?.(input);
      if (reason) return { status: 'not-applicable', reason };
      return worstOf(
        quantities.map(quantity => judgeQuantity(quantity, input)),
      );
    },
  };
}
