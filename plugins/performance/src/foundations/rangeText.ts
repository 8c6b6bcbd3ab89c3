import {
  formatInterval,
  scaleOf,
  type Unit,
} from '@dynoscope/scorecard/format';

/** `7–15 ms`: a range with its unit. */
export function rangeText(
  range: { lower: number; upper: number },
  unit: Unit,
): string {
  const scale = scaleOf(range.upper, unit);
  return [formatInterval(range, unit), scale.unit]
    .filter(Boolean)
    .join('\u202f');
}
