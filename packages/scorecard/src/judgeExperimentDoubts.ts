import { clopperPearson } from '@dynoscope/statistics';
import type { MeasuredEstimate } from './estimateOf';
import { formatValue } from './format';
import type { Report } from './reportSchema';

/** What keeps one of the two runs from deciding anything, in sentences. */
export function doubtsOf(
  when: 'before' | 'after',
  { validity }: Report,
  estimate: MeasuredEstimate | undefined,
): string[] {
  const words = { before: 'before the change', after: 'after the change' };
  const run = `The run ${words[when]}`;
  if (validity?.verdict === 'invalid') {
    const reasons = validity.reasons.map(({ message }) => message);
    return [[`${run} is not valid.`, ...reasons].join(' ')];
  }
  if (!estimate) return [`${run} did not measure what was promised.`];
  return estimate.doubt ? [`Of ${run.toLowerCase()}: ${estimate.doubt}.`] : [];
}

/** Answers that fail are none: what the others took says little once more of them do. */
export function errorsRose({
  base,
  candidate,
  subject,
}: {
  base: Report;
  candidate: Report;
  subject: string;
}): string | undefined {
  const [before, after] = [base, candidate].map(({ measurements }) =>
    measurements.find(
      each =>
        each.metric === 'inference.error_rate' && each.subject === subject,
    ),
  );
  const { failed, attempts } = after?.facts ?? {};
  if (typeof failed !== 'number' || typeof attempts !== 'number') {
    return undefined;
  }
  const known = before?.interval?.upper;
  if (known === undefined || attempts < 1) return undefined;
  const { lower } = clopperPearson({
    count: failed,
    trials: attempts,
    side: 'lower',
  });
  return lower * 100 > known
    ? `More requests fail than before, ${formatValue(
        after!.value,
        '%',
      )} of them, so the others do not tell what came of the change.`
    : undefined;
}

const sameFields = ['image', 'modelUri', 'revision', 'payload'] as const;

/** Another model is another service, and other requests are another load: neither tells anything about the change. */
export function measuredAnother({
  base,
  candidate,
}: {
  base: Report;
  candidate: Report;
}): string[] {
  const changed = sameFields.filter(field => {
    const [before, after] = [base, candidate].map(
      ({ fingerprint }) => fingerprint[field],
    );
    return before !== undefined && after !== undefined && before !== after;
  });
  return changed.length > 0
    ? [
        `The runs did not measure the same thing: ${changed.join(
          ', ',
        )} changed between them, so nothing tells the changes apart.`,
      ]
    : [];
}
