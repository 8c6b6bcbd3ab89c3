import type { Outcome } from '@dynoscope/scorecard';
import { formatDay, formatTime } from '@dynoscope/scorecard/format';
import type { Translate } from '../translation/useTranslation';
import { subjectName } from './subjectName';

/** The small line under a check: what is missing, what went wrong, or what was measured and by which rule. */
export function outcomeNote(outcome: Outcome, t: Translate): string {
  const { status, needs, reason, lastAttempt } = outcome;
  if (lastAttempt) {
    const time = `${formatDay(lastAttempt.at)}, ${formatTime(lastAttempt.at)}`;
    return t(
      lastAttempt.status === 'error'
        ? 'tab.lastAttemptError'
        : 'tab.lastAttemptNoData',
      { time, reason: lastAttempt.reason },
    );
  }
  if (status === 'inconclusive' && needs) return t('needs', { needs });
  if ((status === 'error' || status === 'no-data') && reason) return reason;
  const { subject, latencyClass, targetSource } = outcome;
  return [
    subjectName(subject),
    latencyClass && t('tab.latencyClass', { name: latencyClass }),
    targetSource?.kind === 'annotation' &&
      t('tab.targetFromAnnotation', { reference: targetSource.reference }),
    targetSource?.kind === 'configuration' &&
      t('tab.targetFromConfiguration', { reference: targetSource.reference }),
  ]
    .filter(Boolean)
    .join(' · ');
}
