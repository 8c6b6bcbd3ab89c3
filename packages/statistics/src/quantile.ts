import {
  type ConfidenceInterval,
  binomialAtLeast,
  binomialAtMost,
} from './binomial';
import { Histogram } from './histogram';

function checkShare(p: number, name: string): void {
  if (!(p > 0 && p < 1)) {
    throw new RangeError(`${name} lies between 0 and 1, not at ${p}`);
  }
}

/**
 * The value that the share `p` of all values does not exceed: that of rank max(1, ⌈p·n⌉), as in `Histogram.quantile`.
 * `undefined` when there are no values.
 *
 * @param sorted - values in rising order
 * @throws RangeError when `p` is not from 0 to 1.
 * @public
 */
export function quantile(
  sorted: ArrayLike<number>,
  p: number,
): number | undefined {
  if (!(p >= 0 && p <= 1)) {
    throw new RangeError(`A quantile needs a share from 0 to 1, not ${p}`);
  }
  return sorted[Math.max(1, Math.ceil(p * sorted.length)) - 1];
}

/** The least whole number from `low` to `high` for which `holds`, given that it holds from somewhere on; `high` if never. */
export function firstThatHolds(
  low: number,
  high: number,
  holds: (candidate: number) => boolean,
): number {
  let [below, found] = [low - 1, high];
  while (found - below > 1) {
    const middle = Math.floor((below + found) / 2);
    if (holds(middle)) found = middle;
    else below = middle;
  }
  return found;
}

/**
 * The ranks between whose values the true quantile lies with at least this level, whatever the distribution is
 * (order statistics; David and Nagaraja, Order Statistics, 7.1). `undefined` when `n` is too small for that.
 *
 * Each side gets half of 1 − level. Where even the outermost value leaves more than that, it is taken and the other side
 * gets what remains: with 299 values the 99th percentile has an interval that ends at the greatest one.
 *
 * @throws RangeError when `p` or `level` is not between 0 and 1.
 * @public
 */
export function quantileRanks(options: {
  n: number;
  p: number;
  level?: number;
}): { lower: number; upper: number } | undefined {
  const { n, p, level = 0.95 } = options;
  checkShare(p, 'A quantile with an interval');
  checkShare(level, 'A level');
  const missed = 1 - level;
  // The true quantile lies above the greatest value, or below the least one, with these probabilities.
  const above = p ** n;
  const below = (1 - p) ** n;
  if (!(above + below <= missed)) return undefined;
  const upperTail = Math.max(above, missed / 2);
  const lowerTail = Math.max(below, missed / 2);
  const upperShare = Math.min(upperTail, missed - below);
  const lowerShare = Math.min(lowerTail, missed - above);
  return {
    lower:
      firstThatHolds(
        2,
        n + 1,
        rank => binomialAtMost(rank - 1, n, p) > lowerShare,
      ) - 1,
    upper: firstThatHolds(
      1,
      n,
      rank => binomialAtLeast(rank, n, p) <= upperShare,
    ),
  };
}

/**
 * The interval of a quantile by order statistics, see {@link quantileRanks}. `undefined` when there are too few values.
 * On a histogram it reaches from the lower edge of the one bucket to the upper edge of the other, so it is never too narrow.
 *
 * Holds for values that do not depend on each other; those of one busy server do a little, and then it is too narrow.
 *
 * @throws RangeError when `p` or `level` is not between 0 and 1.
 * @public
 */
export function quantileInterval(options: {
  /** In rising order when an array. */
  values: ArrayLike<number> | Histogram;
  p: number;
  level?: number;
}): ConfidenceInterval | undefined {
  const { values, p, level = 0.95 } = options;
  const n = values instanceof Histogram ? values.count : values.length;
  const ranks = quantileRanks({ n, p, level });
  if (!ranks) return undefined;
  if (values instanceof Histogram) {
    return {
      lower: Math.max(values.bucketOfRank(ranks.lower)!.lower, values.min!),
      upper: Math.min(values.bucketOfRank(ranks.upper)!.upper, values.max!),
      level,
    };
  }
  return {
    lower: values[ranks.lower - 1],
    upper: values[ranks.upper - 1],
    level,
  };
}
