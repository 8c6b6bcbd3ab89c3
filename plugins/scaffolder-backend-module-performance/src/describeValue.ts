import type { Change } from '@dynoscope/scorecard';

/** A computed value with where it comes from, such as `Batch wait: 100 ms → 5 ms (5 ms ÷ 2 …)`. */
export function describeValue(change: Change): string {
  const { label, was, value, unit, arithmetic } = change;
  const quantity = (number: Change['value']) =>
    number === undefined ? 'none' : [number, unit].filter(Boolean).join(' ');
  const before = was === undefined ? '' : `${quantity(was)} → `;
  const why = arithmetic ? ` (${arithmetic})` : '';
  return `${label}: ${before}${quantity(value)}${why}`;
}
