import fc from 'fast-check';
import { betaQuantile, regularisedBeta } from './beta';
import { binomialAtLeast, binomialAtMost, clopperPearson } from './binomial';

/** Sums the probabilities one by one: exact enough for small n and independent of the beta function. */
function sumOfProbabilities(from: number, to: number, n: number, p: number) {
  let sum = 0;
  let probability = (1 - p) ** n;
  for (let k = 0; k <= to; k++) {
    if (k >= from) sum += probability;
    probability *= ((n - k) / (k + 1)) * (p / (1 - p));
  }
  return sum;
}

const trials = fc.integer({ min: 1, max: 200 });
const share = fc.double({ min: 0.05, max: 0.95, noNaN: true });

describe('binomialAtMost and binomialAtLeast', () => {
  // Sums of exact fractions.
  it.each([
    [3, 10, 0.3, 0.6496107184],
    [0, 2_995, 0.001, 0.0499617033973564],
    [50, 100, 0.5, 0.539794618693589],
    [990, 1_000, 0.99, 0.542699407825109],
    [-1, 10, 0.3, 0],
    [10, 10, 0.3, 1],
  ])('know P(at most %d of %d at %d)', (most, n, p, expected) => {
    expect(binomialAtMost(most, n, p)).toBeCloseTo(expected, 12);
    expect(binomialAtLeast(most + 1, n, p)).toBeCloseTo(1 - expected, 12);
  });

  it('equal the sum of all probabilities', () => {
    fc.assert(
      fc.property(trials, fc.nat(200), share, (n, k, p) => {
        const most = Math.min(k, n);
        const atMost = sumOfProbabilities(0, most, n, p);
        const atLeast = sumOfProbabilities(most, n, n, p);
        expect(binomialAtMost(most, n, p)).toBeCloseTo(atMost, 10);
        expect(binomialAtLeast(most, n, p)).toBeCloseTo(atLeast, 10);
      }),
    );
  });

  it('stay right for ten million trials', () => {
    // The median of a binomial distribution is its mean when that is a whole number.
    expect(binomialAtMost(4_999_999, 10_000_000, 0.5)).toBeCloseTo(
      0.5 - 0.5 * 0.000252313,
      6,
    );
  });
});

describe('regularisedBeta', () => {
  it.each([
    [0.25, 1, 1, 0.25],
    [0.5, 3, 3, 0.5],
    [0.2, 2, 1, 0.04],
    [0.2, 1, 3, 1 - 0.8 ** 3],
    [0, 2, 3, 0],
    [1, 2, 3, 1],
  ])('is right where it has a closed form: I(%d; %d, %d)', (x, a, b, value) => {
    expect(regularisedBeta(x, a, b)).toBeCloseTo(value, 13);
  });

  it('is mirrored by exchanging its parameters, and inverted by the quantile', () => {
    const size = fc.double({ min: 0.5, max: 5_000, noNaN: true });
    fc.assert(
      fc.property(share, size, size, (value, a, b) => {
        const x = betaQuantile(value, a, b);
        expect(regularisedBeta(x, a, b)).toBeCloseTo(value, 9);
        expect(regularisedBeta(1 - x, b, a)).toBeCloseTo(1 - value, 9);
      }),
    );
  });
});

describe('clopperPearson', () => {
  // Roots of sums of exact fractions with 30 digits; binom.test of R gives the two-sided ones.
  it.each([
    [0, 10, 'both', 0, 0.308497107819],
    [1, 10, 'both', 0.00252857854446, 0.445016117028],
    [5, 10, 'both', 0.187086028447, 0.812913971553],
    [10, 10, 'both', 0.691502892181, 1],
    [3, 50, 'both', 0.0125485878353, 0.165481946604],
    [2, 6_000, 'upper', 0, 0.0010489233692],
    [0, 2_994, 'upper', 0, 0.00100007816985],
    [0, 2_995, 'upper', 0, 0.000999744420901],
    [1, 4_741, 'upper', 0, 0.00100020921048],
    [1, 4_742, 'upper', 0, 0.00099999836814],
    [2, 6_293, 'upper', 0, 0.0010001025133],
    [2, 6_294, 'upper', 0, 0.00099994366977],
    [5, 3_000, 'lower', 0.000656938844019, 1],
    [30, 3_000, 'lower', 0.00720690869755, 1],
  ] as const)(
    'of %d in %d, %s: from %d to %d',
    (count, n, side, lower, upper) => {
      const interval = clopperPearson({ count, trials: n, side });
      expect(interval.lower).toBeCloseTo(lower, 11);
      expect(interval.upper).toBeCloseTo(upper, 11);
      expect(interval.level).toBe(0.95);
    },
  );

  it('holds what was seen, rises with it and narrows with more trials', () => {
    fc.assert(
      fc.property(trials, fc.nat(200), (n, k) => {
        const count = Math.min(k, n - 1);
        const interval = clopperPearson({ count, trials: n });
        const next = clopperPearson({ count: count + 1, trials: n });
        const more = clopperPearson({ count: 10 * count, trials: 10 * n });
        expect(interval.lower).toBeLessThanOrEqual(count / n);
        expect(interval.upper).toBeGreaterThan(count / n);
        expect(next.lower).toBeGreaterThan(interval.lower);
        expect(next.upper).toBeGreaterThan(interval.upper);
        expect(more.upper - more.lower).toBeLessThan(
          interval.upper - interval.lower,
        );
      }),
    );
  });

  it.each([
    [{ count: 3, trials: 2 }, '3 of 2'],
    [{ count: -1, trials: 2 }, '-1 of 2'],
    [{ count: 0, trials: 0 }, '0 of 0'],
    [{ count: 0.5, trials: 2 }, '0.5 of 2'],
    [{ count: 0, trials: 2, level: 1 }, 'level'],
  ])('refuses %j', (options, message) => {
    expect(() => clopperPearson(options)).toThrow(message);
  });
});
