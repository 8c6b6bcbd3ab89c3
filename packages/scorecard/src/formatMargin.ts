import { formatNumber, formatValue } from './format';
import type { Outcome } from './outcomeSchema';

/** Whole per cent from 1 on, one significant digit below. */
function formatShare(share: number): string {
  const percent = share * 100;
  const shown =
    percent >= 1 ? Math.round(percent) : Number(percent.toPrecision(1));
  return formatValue(shown, '%');
}

/**
 * How far an outcome is from its target, in words: `18 % spare`, `312 % over`, `24 % short`, `12 times over`, `in range`,
 * `outside by 4 %`, `exact`, `crosses target`. `undefined` where nothing was judged.
 *
 * @public
 */
export function formatMargin(
  outcome: Pick<
    Outcome,
    'status' | 'target' | 'margin' | 'value' | 'unit' | 'interval'
  >,
): string | undefined {
  const { status, target, margin, value, unit, interval } = outcome;
  if (status === 'inconclusive') {
    return interval ? 'crosses target' : 'not decided';
  }
  if (status !== 'pass' && status !== 'warn' && status !== 'fail') {
    return undefined;
  }
  if (!target || value === undefined) return 'exact';
  if ('within' in target) {
    const [low, high] = target.within;
    const distance = Math.max(low - value, value - high);
    return distance > 0
      ? `outside by ${formatValue(distance, unit)}`
      : 'in range';
  }
  if (margin === undefined) return 'exact';
  if (margin >= 0) return `${formatShare(margin)} spare`;
  if ('atMost' in target || 'below' in target) {
    return margin <= -10
      ? `${formatNumber(Math.round(-margin))} times over`
      : `${formatShare(-margin)} over`;
  }
  return `${formatShare(-margin)} short`;
}
