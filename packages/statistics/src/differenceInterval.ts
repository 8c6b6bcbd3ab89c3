import type { ConfidenceInterval } from './binomial';

/**
 * An estimate with its interval.
 *
 * @public
 */
export interface Estimate {
  value: number;
  interval: ConfidenceInterval;
}

/**
 * The interval of `a` minus `b`, of two estimates that do not depend on each other, from the interval of each: MOVER, the
 * "method of variance estimates recovery" (Zou and Donner, Statistics in Medicine 27, 2008, 1693–1702). It keeps what is
 * asymmetric about the two and needs no distribution; with Wilson's intervals of two shares it is Newcombe's method 10.
 *
 * @returns the interval, at the lower of the two levels; both ends lie at or beyond the difference of the values
 * @throws RangeError when a number is not finite, an interval is the wrong way round, or its level is not between 0 and 1.
 * @public
 */
export function differenceInterval(
  a: Estimate,
  b: Estimate,
): ConfidenceInterval {
  const above = [reach(a, 'upper'), reach(b, 'lower')];
  const below = [reach(a, 'lower'), reach(b, 'upper')];
  const difference = a.value - b.value;
  return {
    lower: difference - Math.hypot(...below),
    upper: difference + Math.hypot(...above),
    level: Math.min(a.interval.level, b.interval.level),
  };
}

/** How far an interval reaches from its value to one side; a value outside of it reaches nowhere. */
function reach({ value, interval }: Estimate, side: 'lower' | 'upper'): number {
  const { lower, upper, level } = interval;
  if (![value, lower, upper].every(Number.isFinite) || lower > upper) {
    throw new RangeError(
      `An estimate needs finite numbers in order, not ${value} in ${lower} to ${upper}`,
    );
  }
  if (!(level > 0 && level < 1)) {
    throw new RangeError(`A level lies between 0 and 1, not at ${level}`);
  }
  return Math.max(0, side === 'lower' ? value - lower : upper - value);
}
