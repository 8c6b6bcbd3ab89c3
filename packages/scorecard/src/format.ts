/**
 * Numbers, units and times in words, without the rest of the package.
 *
 * @packageDocumentation
 */

import type { Unit } from './units';

export { units } from './units';
export type { Unit } from './units';

/**
 * A number and its unit, as they stand beside each other.
 *
 * @public
 */
export interface Quantity {
  number: string;
  unit: string;
}

/** Stands between a number and its unit, and never breaks. */
const space = '\u202f';

const grouped = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });

/**
 * Three significant digits and at most three decimals, whole numbers as they are: `412`, `47.2`, `0.033`, `1,272`. What is
 * smaller than a thousandth keeps its digits, so that it never reads as nothing.
 *
 * @public
 */
export function formatNumber(value: number): string {
  if (!Number.isFinite(value)) {
    return '–';
  }
  const size = Math.abs(value);
  if (size === 0) {
    return '0';
  }
  if (Number.isInteger(value) || size >= 99.95) {
    return grouped.format(value);
  }
  if (size < 1e-6) {
    return value.toExponential(2);
  }
  const magnitude = Math.floor(Math.log10(size));
  const decimals = Math.min(2 - magnitude, size < 0.001 ? 8 : 3);
  return String(Number(value.toFixed(decimals)));
}

const names: Record<Unit, string> = {
  ms: 'ms',
  s: 's',
  '1/s': 'req/s',
  '%': '%',
  'MB/s': 'MB/s',
  bytes: 'B',
  'bytes/h': 'B/h',
  '1': '',
  'tokens/s': 'tokens/s',
  'samples/s': 'samples/s',
};

/**
 * What to divide a value by, and the unit it is then in.
 *
 * @public
 */
export interface Scale {
  divisor: number;
  unit: string;
}

/**
 * The unit in which `value` reads best; a chart keeps one unit and does not ask.
 *
 * @public
 */
export function scaleOf(value: number, unit: Unit): Scale {
  const size = Math.abs(value);
  if (unit === 'ms' && size >= 1000) {
    return { divisor: 1000, unit: 's' };
  }
  if (unit === 'bytes' || unit === 'bytes/h') {
    const steps = ['B', 'kB', 'MB', 'GB', 'TB'];
    const step = size < 1 ? 0 : Math.min(4, Math.floor(Math.log10(size) / 3));
    const suffix = unit === 'bytes/h' ? '/h' : '';
    return { divisor: 1000 ** step, unit: `${steps[step]}${suffix}` };
  }
  return { divisor: 1, unit: names[unit] };
}

/**
 * `412` and `ms`; milliseconds become seconds from 1,000 on.
 *
 * @public
 */
export function formatQuantity(value: number, unit: Unit = '1'): Quantity {
  const scale = scaleOf(value, unit);
  return { number: formatNumber(value / scale.divisor), unit: scale.unit };
}

/**
 * `412 ms`.
 *
 * @public
 */
export function formatValue(value: number, unit: Unit = '1'): string {
  const quantity = formatQuantity(value, unit);
  return quantity.unit
    ? `${quantity.number}${space}${quantity.unit}`
    : quantity.number;
}

/**
 * `396–431`, in the unit of the value beside it.
 *
 * @public
 */
export function formatInterval(
  interval: { lower: number; upper: number },
  unit: Unit = '1',
): string {
  const { divisor } = scaleOf(interval.upper, unit);
  const lower = formatNumber(interval.lower / divisor);
  return `${lower}–${formatNumber(interval.upper / divisor)}`;
}

/**
 * `P99`, `P99.9`; a statistic that is no percentile stays as it is.
 *
 * @public
 */
export function formatStatistic(statistic: string): string {
  const percentile = /^p(\d{2})(\d*)$/.exec(statistic);
  if (!percentile) {
    return statistic;
  }
  const [, whole, rest] = percentile;
  return rest ? `P${whole}.${rest}` : `P${whole}`;
}

/**
 * `0:41`, `3:10`, `1:02:03`.
 *
 * @public
 */
export function formatClock(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  const parts = [Math.floor(whole / 60) % 60, whole % 60];
  const hours = Math.floor(whole / 3600);
  const [first, ...others] = hours ? [hours, ...parts] : parts;
  return [first, ...others.map(part => String(part).padStart(2, '0'))].join(
    ':',
  );
}

/**
 * `14:32 UTC`.
 *
 * @public
 */
export function formatTime(time: string): string {
  return `${time.slice(11, 16)} UTC`;
}

const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/**
 * `23 Nov`.
 *
 * @public
 */
export function formatDay(time: string): string {
  const date = new Date(time);
  return `${date.getUTCDate()} ${months[date.getUTCMonth()]}`;
}

/**
 * `23 Nov 2026, 14:32 UTC`, for tooltips and reports.
 *
 * @public
 */
export function formatExactTime(time: string): string {
  const iso = new Date(time).toISOString();
  return `${formatDay(iso)} ${iso.slice(0, 4)}, ${formatTime(iso)}`;
}
