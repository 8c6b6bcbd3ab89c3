/**
 * Where a value surely lies, both ends included.
 *
 * @public
 */
export interface Range {
  lower: number;
  upper: number;
}

/** The smallest range that holds all of them. */
export function spanOf(ranges: readonly Range[]): Range {
  return {
    lower: Math.min(...ranges.map(({ lower }) => lower)),
    upper: Math.max(...ranges.map(({ upper }) => upper)),
  };
}
