import fc from 'fast-check';
import { differenceInterval, type Estimate } from './differenceInterval';
import { quantile, quantileInterval } from './quantile';

const estimate = (value: number, lower: number, upper: number): Estimate => ({
  value,
  interval: { lower, upper, level: 0.95 },
});

/** Wilson's interval of a share, at 95 %. */
function wilson(count: number, trials: number): Estimate {
  const z = 1.959964;
  const share = count / trials;
  const middle = share + z ** 2 / (2 * trials);
  const reach =
    z * Math.sqrt((share * (1 - share)) / trials + (z / (2 * trials)) ** 2);
  const scale = 1 + z ** 2 / trials;
  return estimate(share, (middle - reach) / scale, (middle + reach) / scale);
}

/** A generator of the same numbers from 0 to 1 every time (mulberry32). */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let bits = Math.imul(state ^ (state >>> 15), 1 | state);
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
  };
}

describe('the interval of a difference', () => {
  it.each([
    // Newcombe, Statistics in Medicine 17, 1998, table II, method 10.
    ['56/70 and 48/80', wilson(56, 70), wilson(48, 80), 0.0524, 0.3339],
    ['9/10 and 3/10', wilson(9, 10), wilson(3, 10), 0.1705, 0.809],
    ['5/56 and 0/29', wilson(5, 56), wilson(0, 29), -0.0381, 0.1926],
    ['0/10 and 0/10', wilson(0, 10), wilson(0, 10), -0.2775, 0.2775],
    // By hand: 10 ± sqrt(3² + 4²).
    ['two of known reach', estimate(30, 27, 33), estimate(20, 16, 24), 5, 15],
  ])('of %s is as published', (_, a, b, lower, upper) => {
    const interval = differenceInterval(a, b);
    expect(interval.lower).toBeCloseTo(lower, 4);
    expect(interval.upper).toBeCloseTo(upper, 4);
  });

  const anEstimate = fc
    .tuple(
      fc.double({ min: -1e6, max: 1e6, noNaN: true }),
      fc.double({ min: 0, max: 1e6, noNaN: true }),
      fc.double({ min: 0, max: 1e6, noNaN: true }),
    )
    .map(([value, below, above]) =>
      estimate(value, value - below, value + above),
    );

  it('holds the difference, is mirrored when the two are swapped, and is no narrower than either', () => {
    fc.assert(
      fc.property(anEstimate, anEstimate, (a, b) => {
        const { lower, upper } = differenceInterval(a, b);
        const difference = a.value - b.value;
        expect(lower).toBeLessThanOrEqual(difference);
        expect(upper).toBeGreaterThanOrEqual(difference);
        const swapped = differenceInterval(b, a);
        expect(swapped.lower).toBeCloseTo(-upper, 4);
        expect(swapped.upper).toBeCloseTo(-lower, 4);
        for (const { interval } of [a, b]) {
          expect(upper - lower).toBeGreaterThanOrEqual(
            (interval.upper - interval.lower) * (1 - 1e-9) - 1e-9,
          );
        }
      }),
    );
  });

  it('moves with what it is the difference of', () => {
    fc.assert(
      fc.property(
        anEstimate,
        anEstimate,
        fc.integer({ min: -1000, max: 1000 }),
        (a, b, by) => {
          const moved = estimate(
            a.value + by,
            a.interval.lower + by,
            a.interval.upper + by,
          );
          const before = differenceInterval(a, b);
          const after = differenceInterval(moved, b);
          expect(after.lower - before.lower).toBeCloseTo(by, 4);
          expect(after.upper - before.upper).toBeCloseTo(by, 4);
        },
      ),
    );
  });

  it('holds the true difference of medians and of P99 of skewed values in at least 94 of 100 trials', () => {
    const next = random(20261124);
    const sample = (scale: number, size: number) =>
      Array.from({ length: size }, () => -Math.log(1 - next()) * scale).sort(
        (x, y) => x - y,
      );
    for (const [p, size] of [
      [0.5, 200],
      [0.99, 800],
    ]) {
      const trials = 600;
      const truth = -Math.log(1 - p) * (30 - 20);
      let held = 0;
      for (let trial = 0; trial < trials; trial++) {
        const [a, b] = [sample(30, size), sample(20, size)].map(values => ({
          value: quantile(values, p)!,
          interval: quantileInterval({ values, p })!,
        }));
        const { lower, upper } = differenceInterval(a, b);
        if (lower <= truth && truth <= upper) held++;
      }
      // Binomial, 600 of 95 %: 94 % is 1.1 standard deviations below; order statistics are on the safe side of 95 %.
      expect(held / trials).toBeGreaterThanOrEqual(0.94);
    }
  });

  it.each([
    ['what is no number', estimate(NaN, 0, 1)],
    ['what is endless', estimate(1, 0, Infinity)],
    ['an interval the wrong way round', estimate(1, 2, 0)],
    [
      'a level of 100 %',
      { value: 1, interval: { lower: 0, upper: 2, level: 1 } },
    ],
  ])('refuses %s', (_, wrong) => {
    expect(() => differenceInterval(wrong, estimate(1, 0, 2))).toThrow(
      RangeError,
    );
    expect(() => differenceInterval(estimate(1, 0, 2), wrong)).toThrow(
      RangeError,
    );
  });
});
