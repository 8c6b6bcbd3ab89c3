import type { Outcome } from '@dynoscope/scorecard';
import type { Translate } from '../translation/useTranslation';
import { formatQuantity, type Quantity } from '@dynoscope/scorecard/format';

/** What an outcome measured: a value and its unit, or the number of its findings. */
export function outcomeQuantity(
  outcome: Outcome,
  t: Translate,
): Quantity | undefined {
  const { value, unit, findings, status } = outcome;
  if (value !== undefined) {
    return formatQuantity(value, unit);
  }
  if (
    findings &&
    (status === 'pass' || status === 'warn' || status === 'fail')
  ) {
    const count = findings.length;
    return { number: String(count), unit: t('tab.findings', { count }) };
  }
  return undefined;
}
