import type { Outcome } from '@dynoscope/scorecard';
import { spokenAge } from '../foundations/ageText';
import { marginText } from '../foundations/marginText';
import { outcomeQuantity } from '../foundations/outcomeQuantity';
import { spokenTarget } from '../foundations/targetText';
import type { Translate } from '../translation/useTranslation';
import { subjectName } from './subjectName';

/** A row as it is read aloud: outcome, check, value, target, margin, age. */
export function outcomeSentence(
  outcome: Outcome,
  now: number,
  t: Translate,
): string {
  const { status, stale, title, subject, target, unit } = outcome;
  const { measuredAt, needs, reason, runId } = outcome;
  const quantity = outcomeQuantity(outcome, t);
  const words = [
    title,
    subjectName(subject),
    quantity && `${quantity.number} ${quantity.unit}`.trim(),
    target && spokenTarget(target, unit, t),
    marginText(outcome, t),
    needs ? t('needs', { needs }) : status === 'error' && reason,
    runId && spokenAge(measuredAt, now, t),
  ].filter(Boolean);
  const states = [t(`status.${status}`), stale && t('status.stale')];
  // Some voices stumble over the narrow space before a unit.
  return `${states.filter(Boolean).join(', ')}. ${words.join(', ')}`.replace(
    /\u202f/g,
    ' ',
  );
}
