import { binomialAtMost } from './binomial';
import { firstThatHolds } from './quantile';

/** Beyond this many more samples an answer helps nobody. */
const most = 2 ** 40;

function firstFrom(
  start: number,
  holds: (n: number) => boolean,
): number | undefined {
  let high = Math.max(1, start);
  while (!holds(high)) {
    if (high > most) return undefined;
    high *= 2;
  }
  return firstThatHolds(start, high, holds);
}

/**
 * The least number of values with which a quantile has an interval of this level: that from the least to the greatest
 * value. At 95 %: 6 for the median, 29 for P90, 59 for P95, 299 for P99, 2,995 for P99.9.
 *
 * @throws RangeError when `p` or `level` is not between 0 and 1.
 * @public
 */
export function minimumSamples(options: { p: number; level?: number }): number {
  const { p, level = 0.95 } = options;
  if (!(p > 0 && p < 1 && level > 0 && level < 1)) {
    throw new RangeError(
      `A quantile and a level lie between 0 and 1, not at ${p} and ${level}`,
    );
  }
  return firstFrom(1, n => p ** n + (1 - p) ** n <= 1 - level) ?? Infinity;
}

/**
 * How many more trials without another failure prove that the share of failures lies below a target: until the exact
 * one-sided upper bound of {@link clopperPearson} is below it. Without a failure and for 0.1 % at 95 % it is 2,995 in all,
 * with one failure 4,742. `undefined` when there are more than 10¹².
 *
 * @throws RangeError when `below` or `level` is not between 0 and 1.
 * @public
 */
export function moreTrialsWithoutFailure(options: {
  failures: number;
  trials: number;
  /** Share of failures that is to be proven not to be reached, 0.001 for 0.1 %. */
  below: number;
  level?: number;
}): number | undefined {
  const { failures, trials, below, level = 0.95 } = options;
  if (!(below > 0 && below < 1 && level > 0 && level < 1)) {
    throw new RangeError(
      `A target share and a level lie between 0 and 1, not at ${below} and ${level}`,
    );
  }
  const total = firstFrom(
    trials,
    n => binomialAtMost(failures, n, below) < 1 - level,
  );
  return total === undefined ? undefined : total - trials;
}

/**
 * About how many more values it takes until an interval no longer reaches a target, when it shrinks with 1/√n as intervals
 * do and its middle value stays where it is. `undefined` when value and target cannot be told apart at any useful size.
 *
 * @public
 */
export function moreSamplesToDecide(options: {
  n: number;
  value: number;
  target: number;
  /** The end of the interval that lies beyond the target. */
  bound: number;
}): number | undefined {
  const { n, value, target, bound } = options;
  const ratio = (bound - value) / (target - value);
  // Equality still touches the target.
  const total = Math.floor(n * ratio ** 2) + 1;
  return ratio >= 1 && total < most ? total - n : undefined;
}
