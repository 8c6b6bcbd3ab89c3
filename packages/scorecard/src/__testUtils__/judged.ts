import { checks } from '../checks';
import { evaluateChecks, type EvaluateChecksOptions } from '../evaluateChecks';
import type { LatencyClass } from '../guide';
import type { Outcome } from '../outcomeSchema';
import type { Measurement } from '../schema';
import { run } from './fixtures';

/** Narrow spaces as the usual ones, as people write them in a test. */
export const plain = (text?: string) => text?.replace(/\u202f/g, ' ');

/** The outcome of one check for one subject. */
export function judged(
  checkId: string,
  measurements: Measurement[],
  options: Partial<EvaluateChecksOptions> & {
    latencyClass?: LatencyClass;
  } = {},
): Outcome {
  const { latencyClass, ...rest } = options;
  const check = checks.find(({ id }) => id === checkId)!;
  const subject = measurements[0]?.subject ?? 'endpoint/iris';
  const { outcomes } = evaluateChecks({
    ...run,
    subjects: [{ id: subject, kind: check.subjectKinds[0], latencyClass }],
    measurements,
    ...rest,
    checks: [check],
  });
  const [outcome] = outcomes;
  return {
    ...outcome,
    ...(outcome.reason && { reason: plain(outcome.reason) }),
    ...(outcome.needs && { needs: plain(outcome.needs) }),
  };
}
