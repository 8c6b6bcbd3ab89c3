import { betaQuantile, regularisedBeta } from './beta';

/**
 * Where a true value lies, with the probability that a procedure like this one is right.
 *
 * @public
 */
export interface ConfidenceInterval {
  lower: number;
  upper: number;
  /** Such as 0.95. */
  level: number;
}

/** P(at most `most` of `trials` succeed) when each does so with probability `p`. */
export function binomialAtMost(
  most: number,
  trials: number,
  p: number,
): number {
  if (most < 0) return 0;
  if (most >= trials) return 1;
  return regularisedBeta(1 - p, trials - most, most + 1);
}

/** P(at least `least` of `trials` succeed); its own function because 1 − P loses the digits of a small tail. */
export function binomialAtLeast(
  least: number,
  trials: number,
  p: number,
): number {
  if (least <= 0) return 1;
  if (least > trials) return 0;
  return regularisedBeta(p, least, trials - least + 1);
}

/**
 * The exact interval of a share of which `count` of `trials` were seen (Clopper and Pearson, Biometrika 26, 1934).
 *
 * `side` `both` leaves half of 1 − level on each side; `upper` and `lower` leave all of it on one, the other end is 0 or 1.
 *
 * @throws RangeError when the counts are not whole numbers with 0 ≤ count ≤ trials and trials ≥ 1, or the level not between 0 and 1.
 * @public
 */
export function clopperPearson(options: {
  count: number;
  trials: number;
  level?: number;
  side?: 'both' | 'upper' | 'lower';
}): ConfidenceInterval {
  const { count, trials, level = 0.95, side = 'both' } = options;
  if (
    !Number.isSafeInteger(count) ||
    !Number.isSafeInteger(trials) ||
    count < 0 ||
    trials < 1 ||
    count > trials
  ) {
    throw new RangeError(
      `A share needs whole numbers with 0 ≤ count ≤ trials and trials ≥ 1, not ${count} of ${trials}`,
    );
  }
  if (!(level > 0 && level < 1)) {
    throw new RangeError(`A level lies between 0 and 1, not at ${level}`);
  }
  const tail = side === 'both' ? (1 - level) / 2 : 1 - level;
  return {
    lower:
      side === 'upper' || count === 0
        ? 0
        : betaQuantile(tail, count, trials - count + 1),
    upper:
      side === 'lower' || count === trials
        ? 1
        : betaQuantile(1 - tail, count + 1, trials - count),
    level,
  };
}
