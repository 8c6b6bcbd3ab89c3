import type { Check, Judgement } from './check';
import type { EvaluateChecksOptions, EvaluatedSubject } from './evaluateChecks';
import { message } from './message';
import type { Outcome } from './outcomeSchema';
import type { Message } from './schema';

/** A judgement as it crosses the wire, with the texts of its check and where it was made. */
export function toOutcome(
  check: Check,
  subject: Partial<EvaluatedSubject>,
  judgement: Judgement,
  { runId, reportId, measuredAt }: EvaluateChecksOptions,
): Outcome {
  const { id, category, title, failureTitle, description, guide, doc } = check;
  const { reason, needs, ...judged } = judgement as Judgement & {
    needs?: Message;
  };
  const messages: Record<string, Message> = {
    title: message(`check.${id}.title`, title),
    failureTitle: message(`check.${id}.failureTitle`, failureTitle),
    why: message(`check.${id}.description`, description),
    ...(reason && { reason }),
    ...(needs && { needs }),
  };
  return {
    checkId: id,
    category,
    title,
    failureTitle,
    subject: subject.id ?? '',
    why: description,
    guide,
    doc,
    messages,
    ...(subject.latencyClass && { latencyClass: subject.latencyClass }),
    ...judged,
    ...(reason && { reason: reason.text }),
    ...(needs && { needs: needs.text }),
    measuredAt,
    runId,
    reportId,
  };
}
