import type { RemedyRecord } from '@dynoscope/scorecard';
import type { Translate } from '../translation/useTranslation';

/** `kept its promise in 14 of 16 experiments`; nothing while there is no record. A better result kept it too. */
export function recordText(
  record: RemedyRecord | undefined,
  t: Translate,
): string | undefined {
  if (!record) return undefined;
  const { kept, exceeded, missed, unclear } = record;
  const count = kept + exceeded + missed + unclear;
  if (count === 0) return undefined;
  return [
    t('remedy.recordText', { kept: String(kept + exceeded), count }),
    unclear > 0 && t('remedy.recordUnclear', { count: unclear }),
  ]
    .filter(Boolean)
    .join(', ');
}
