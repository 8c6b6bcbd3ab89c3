import { formatValue, type Unit } from '@dynoscope/scorecard';

/** `103 ms`, also for seconds, since a batcher's wait is written in ms. */
export function ms(value: number): string {
  return `${number(value)}\u202fms`;
}

/** Three significant digits, no groups: `103`, `4.27`, `0.7`. */
export function number(value: number): string {
  return String(Number(value.toPrecision(value >= 100 ? 4 : 3)));
}

export const rate = (value: number) => formatValue(value, '1/s');

/** `1 user`, `10 users`. */
export function count(many: number, noun: string): string {
  return `${number(many)} ${noun}${many === 1 ? '' : 's'}`;
}

/** A range that is shown, in tenths, never narrower than it is. */
export function outward(range: { lower: number; upper: number }, unit: Unit) {
  const step = unit === '1/s' ? 1 : 10;
  return {
    lower: Math.max(0, Math.floor(range.lower * step) / step),
    upper: Math.ceil(range.upper * step) / step,
  };
}
