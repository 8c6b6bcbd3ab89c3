import type { Change } from '@dynoscope/scorecard';
import { plainValue } from '../foundations/plainValue';
import type { Translate } from '../translation/useTranslation';

/** `100 ms → 5 ms`, `not set → 2`, `100 ms → taken out`. */
export function changeText(change: Change, t: Translate): string {
  const { was, value, unit } = change;
  const before = was === undefined ? t('remedy.notSet') : plainValue(was, unit);
  const after =
    value === undefined ? t('remedy.takenOut') : plainValue(value, unit);
  return `${before} → ${after}`;
}
