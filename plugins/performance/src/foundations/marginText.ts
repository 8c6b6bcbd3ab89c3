import type { Outcome } from '@dynoscope/scorecard';
import type { Translate } from '../translation/useTranslation';
import { formatNumber, formatValue } from '@dynoscope/scorecard/format';
import { targetLine } from './targetLine';

/** `312 % over`, `18 % spare`, `crosses target`; nothing where no judgement was possible. */
export function marginText(
  outcome: Pick<
    Outcome,
    'status' | 'target' | 'margin' | 'value' | 'unit' | 'interval'
  >,
  t: Translate,
): string | undefined {
  const { status, target, margin, value, unit, interval } = outcome;
  if (status === 'inconclusive') {
    return t(crosses(interval, target) ? 'margin.crosses' : 'margin.undecided');
  }
  if (status !== 'pass' && status !== 'warn' && status !== 'fail') {
    return undefined;
  }
  if (!target || 'none' in target || value === undefined) {
    return t('margin.exact');
  }
  if ('within' in target) {
    const [low, high] = target.within;
    const distance = Math.max(low - value, value - high);
    if (distance <= 0) return t('margin.inRange');
    return t('margin.outside', { amount: formatValue(distance, unit) });
  }
  if ('atMost' in target && target.atMost === 0) return t('margin.exact');
  if (margin === undefined) return undefined;
  if (margin >= 0) return t('margin.spare', { share: shareText(margin) });
  if ('atLeast' in target || 'above' in target || 'ofBaseline' in target) {
    return t('margin.short', { share: shareText(-margin) });
  }
  return margin <= -10
    ? t('margin.timesOver', { times: formatNumber(Math.round(-margin)) })
    : t('margin.over', { share: shareText(-margin) });
}

/** Whether an interval lies on both sides of an end of the target. */
function crosses(interval: Outcome['interval'], target: Outcome['target']) {
  if (!interval || !target) return false;
  const line = targetLine(target)?.at;
  const ends = 'within' in target ? target.within : [line ?? NaN];
  return ends.some(end => interval.lower < end && end < interval.upper);
}

/** Whole per cent from 1 on, one significant digit below. */
function shareText(share: number): string {
  const percent = share * 100;
  return percent >= 1 || percent === 0
    ? formatNumber(Math.round(percent))
    : String(Number(percent.toPrecision(1)));
}
