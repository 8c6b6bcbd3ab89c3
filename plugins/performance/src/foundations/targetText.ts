import type { Outcome, Target } from '@dynoscope/scorecard';
import type { Translate } from '../translation/useTranslation';
import { formatNumber, formatValue } from '@dynoscope/scorecard/format';

type Unit = Outcome['unit'];

/** `≤ 100 ms`, `60–90 %`, `none`. */
export function targetText(target: Target, unit: Unit, t: Translate): string {
  if ('atMost' in target) {
    return target.atMost === 0 && (unit ?? '1') === '1'
      ? '0'
      : `≤ ${formatValue(target.atMost, unit)}`;
  }
  if ('below' in target) return `< ${formatValue(target.below, unit)}`;
  if ('atLeast' in target) return `≥ ${formatValue(target.atLeast, unit)}`;
  if ('above' in target) return `> ${formatValue(target.above, unit)}`;
  if ('within' in target) {
    const [low, high] = target.within;
    return `${formatNumber(low)}–${formatValue(high, unit)}`;
  }
  if ('ofBaseline' in target) {
    const share = formatNumber(Math.round((1 - target.ofBaseline) * 1000) / 10);
    return t('target.ofBaseline', { share });
  }
  return t(target.none === 'leak' ? 'target.noLeak' : 'target.none');
}

/** `target at most 100 ms`, as it is read aloud. */
export function spokenTarget(target: Target, unit: Unit, t: Translate): string {
  if ('atMost' in target) {
    const value = formatValue(target.atMost, unit);
    return t('targetSpoken.atMost', { value });
  }
  if ('below' in target) {
    return t('targetSpoken.below', { value: formatValue(target.below, unit) });
  }
  if ('atLeast' in target) {
    const value = formatValue(target.atLeast, unit);
    return t('targetSpoken.atLeast', { value });
  }
  if ('above' in target) {
    return t('targetSpoken.above', { value: formatValue(target.above, unit) });
  }
  if ('within' in target) {
    const low = formatNumber(target.within[0]);
    const high = formatValue(target.within[1], unit);
    return t('targetSpoken.within', { low, high });
  }
  if ('ofBaseline' in target) {
    const share = formatNumber(Math.round(target.ofBaseline * 1000) / 10);
    return t('targetSpoken.ofBaseline', { share });
  }
  return t(
    target.none === 'leak' ? 'targetSpoken.noLeak' : 'targetSpoken.none',
  );
}
