import type { Check, Judged, Judgement, SourcedTarget } from './check';
import type { EvaluateChecksOptions, EvaluatedSubject } from './evaluateChecks';
import { message } from './message';
import { metrics as builtInMetrics } from './metrics';
import type { MetricInfo } from './wire';

/** Reason of an outcome that no probe of the run was there for. */
export const notAttempted = 'outcome.not-attempted';

/** The value that a check waits for, and its target. */
function expected(
  { metrics }: Check,
  target: SourcedTarget | undefined,
  others: readonly MetricInfo[] = [],
): Judged {
  const value = metrics.at(-1);
  const unit = [...builtInMetrics, ...others].find(
    ({ id }) => id === value?.metric,
  )?.unit;
  return {
    ...(value && { metric: value.metric, statistic: value.statistic }),
    ...(unit && { unit }),
    ...(target && { target: target.target, targetSource: target.source }),
  };
}

/** What a check says about a subject; a judgement for want of data becomes an error when the probe failed. */
export function judgeSubject(
  check: Check,
  subject: EvaluatedSubject,
  target: SourcedTarget | undefined,
  options: EvaluateChecksOptions,
): Judgement {
  const { baseline, findings = [], errors = [], attempted } = options;
  const ofSubject = (each: { subject: string }) => each.subject === subject.id;
  const judgement = check.evaluate({
    measurements: options.measurements.filter(ofSubject),
    target,
    latencyClass: subject.latencyClass,
    baseline: baseline?.filter(ofSubject),
    findings: findings.find(
      each => ofSubject(each) && each.checkId === check.id,
    )?.items,
  });
  if (judgement.status !== 'no-data') return judgement;
  const open = { ...expected(check, target, options.metrics), ...judgement };
  const needed = check.metrics.map(({ metric }) => metric);
  const failure = errors.find(
    each =>
      ofSubject(each) &&
      (each.checkIds?.includes(check.id) ||
        each.metrics.some(metric => needed.includes(metric))),
  );
  if (failure) {
    const { probe, reason } = failure;
    return {
      ...open,
      status: 'error',
      reason: message('outcome.probe-failed', '{reason}', { probe, reason }),
    };
  }
  const tried = !attempted || needed.some(metric => attempted.includes(metric));
  if (tried || judgement.value !== undefined) return open;
  return {
    ...open,
    reason: message(notAttempted, 'No probe of this run measures it.'),
  };
}
