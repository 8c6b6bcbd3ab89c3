import { formatValue, type Unit } from '@dynoscope/scorecard/format';

/** A difference: `+5.4 ms`, `−93 ms`. */
export function signedText(value: number, unit: Unit): string {
  if (value === 0) return formatValue(0, unit);
  return `${value < 0 ? '−' : '+'}${formatValue(Math.abs(value), unit)}`;
}
