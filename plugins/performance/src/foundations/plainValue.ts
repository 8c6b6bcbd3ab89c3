import { units, formatNumber, formatValue } from '@dynoscope/scorecard/format';
import type { Unit } from '@dynoscope/scorecard/format';

/** A value of a manifest or a form in words: `100 ms`, `true`, `500m`. */
export function plainValue(
  value: number | string | boolean,
  unit?: string,
): string {
  if (typeof value !== 'number') {
    return unit ? `${value}\u202f${unit}` : String(value);
  }
  if (unit === undefined) return formatNumber(value);
  return isUnit(unit)
    ? formatValue(value, unit)
    : `${formatNumber(value)}\u202f${unit}`;
}

function isUnit(unit: string): unit is Unit {
  return (units as readonly string[]).includes(unit);
}
