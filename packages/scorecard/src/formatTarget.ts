import { formatNumber, formatValue } from './format';
import type { Target } from './schema';
import type { Unit } from './units';

/**
 * A target in a few characters: `< 100 ms`, `≥ 80 %`, `60–90 %`, `≥ baseline − 5 %`, `no findings`.
 *
 * @public
 */
export function formatTarget(target: Target, unit: Unit = '1'): string {
  if ('atMost' in target) {
    return target.atMost === 0 ? '0' : `≤ ${formatValue(target.atMost, unit)}`;
  }
  if ('below' in target) return `< ${formatValue(target.below, unit)}`;
  if ('atLeast' in target) return `≥ ${formatValue(target.atLeast, unit)}`;
  if ('above' in target) return `> ${formatValue(target.above, unit)}`;
  if ('within' in target) {
    const [low, high] = target.within;
    return `${formatNumber(low)}–${formatValue(high, unit)}`;
  }
  if ('ofBaseline' in target) {
    const share = Math.round((1 - target.ofBaseline) * 1_000) / 10;
    const sign = share < 0 ? '+' : '−';
    return `≥ baseline ${sign} ${formatValue(Math.abs(share), '%')}`;
  }
  return target.none === 'leak' ? 'no leak' : 'no findings';
}
