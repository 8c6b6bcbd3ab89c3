import type { Comparison } from '@dynoscope/scorecard';
import { formatNumber } from '@dynoscope/scorecard/format';
import { signedText } from '../foundations/signedText';
import type { Translate } from '../translation/useTranslation';

type Row = Comparison['rows'][number];

/** `+5.4 ms`; a difference of per cents is one of points. */
export function differenceText(row: Row, t: Translate): string {
  const { difference, unit } = row;
  return unit === '%'
    ? t('compare.points', { value: signedText(difference.value, '1') })
    : signedText(difference.value, unit);
}

/** A difference and its interval as shares of the base; nothing of a base of zero. */
export function sharesOf(row: Row): {
  share?: number;
  interval?: { lower: number; upper: number };
} {
  const { base, difference, relative } = row;
  if (base.value === 0) return {};
  const share = relative ?? difference.value / base.value;
  const { lower, upper } = difference;
  return lower === undefined || upper === undefined
    ? { share }
    : {
        share,
        interval: { lower: lower / base.value, upper: upper / base.value },
      };
}

/** `+13 %`, `−0.4 %`. */
export function shareText(share: number): string {
  const percent = share * 100;
  const size = Math.abs(percent);
  const number = formatNumber(
    size >= 1 ? Math.round(size) : Number(size.toPrecision(1)),
  );
  if (size === 0) return '0\u202f%';
  return `${percent < 0 ? '−' : '+'}${number}\u202f%`;
}
