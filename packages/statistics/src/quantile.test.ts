import fc from 'fast-check';
import { binomialAtLeast, binomialAtMost } from './binomial';
import { Histogram } from './histogram';
import { quantile, quantileInterval, quantileRanks } from './quantile';

const share = fc.double({ min: 0.01, max: 0.99, noNaN: true });
const sizes = fc.integer({ min: 1, max: 3_000 });
const oneTo = (n: number) => Array.from({ length: n }, (_, index) => index + 1);

describe('quantile', () => {
  it.each([
    [[7], 0.5, 7],
    [[1, 2, 3, 4], 0, 1],
    [[1, 2, 3, 4], 0.5, 2],
    [[1, 2, 3, 4], 0.51, 3],
    [[1, 2, 3, 4], 1, 4],
    [[], 0.5, undefined],
  ])('of %j at %d is %d', (sorted, p, expected) => {
    expect(quantile(sorted, p)).toBe(expected);
  });

  it('agrees with the histogram of the same values', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(2_047)), share, (values, p) => {
        const histogram = new Histogram();
        values.forEach(value => histogram.record(value));
        values.sort((a, b) => a - b);
        expect(quantile(values, p)).toBe(histogram.quantile(p));
      }),
    );
  });

  it('refuses a share that is none', () => {
    expect(() => quantile([1], 99)).toThrow(/from 0 to 1, not 99/);
  });
});

describe('quantileRanks', () => {
  // From sums of exact fractions; those of the median are in every table of the sign test.
  it.each([
    [6, 0.5, 1, 6],
    [10, 0.5, 2, 9],
    [20, 0.5, 6, 15],
    [100, 0.5, 40, 61],
    [1_000, 0.5, 469, 532],
    [500, 0.9, 436, 464],
    [1_000, 0.99, 983, 997],
    [3_000, 0.99, 2_959, 2_981],
    [6_000, 0.99, 5_924, 5_956],
    [299, 0.99, 289, 299],
  ])('of %d values at %d are %d and %d', (n, p, lower, upper) => {
    expect(quantileRanks({ n, p })).toEqual({ lower, upper });
  });

  it.each([
    [5, 0.5],
    [28, 0.9],
    [58, 0.95],
    [298, 0.99],
    [2_994, 0.999],
  ])('do not exist for %d values at %d, and do for one more', (n, p) => {
    expect(quantileRanks({ n, p })).toBeUndefined();
    expect(quantileRanks({ n: n + 1, p })).toBeDefined();
  });

  it('cover the quantile with the level asked for, and are no wider than that takes', () => {
    fc.assert(
      fc.property(sizes, share, (n, p) => {
        fc.pre(p ** n + (1 - p) ** n <= 0.05);
        const { lower, upper } = quantileRanks({ n, p })!;
        const below = binomialAtMost(lower - 1, n, p);
        const above = binomialAtLeast(upper, n, p);
        expect(below + above).toBeLessThanOrEqual(0.05 + 1e-9);
        expect(binomialAtMost(lower, n, p)).toBeGreaterThan(
          Math.min(0.025, 0.05 - above) - 1e-9,
        );
        expect(lower).toBeLessThanOrEqual(Math.ceil(p * n));
        expect(upper).toBeGreaterThanOrEqual(Math.ceil(p * n));
      }),
    );
  });

  it('do not exist without values', () => {
    expect(quantileRanks({ n: 0, p: 0.5 })).toBeUndefined();
  });

  it('mirror each other for p and 1 − p', () => {
    fc.assert(
      fc.property(sizes, fc.constantFrom(0.5, 0.25, 0.1, 0.05), (n, p) => {
        const low = quantileRanks({ n, p });
        const high = quantileRanks({ n, p: 1 - p });
        expect(
          high && { lower: n + 1 - high.upper, upper: n + 1 - high.lower },
        ).toEqual(low);
      }),
    );
  });
});

describe('quantileInterval', () => {
  it('takes the values of the ranks', () => {
    expect(quantileInterval({ values: oneTo(100), p: 0.5 })).toEqual({
      lower: 40,
      upper: 61,
      level: 0.95,
    });
    expect(
      quantileInterval({ values: oneTo(100), p: 0.5, level: 0.5 }),
    ).toEqual({ lower: 47, upper: 54, level: 0.5 });
    expect(quantileInterval({ values: oneTo(298), p: 0.99 })).toBeUndefined();
  });

  it('of a histogram encloses that of the values, by at most a bucket', () => {
    const values = fc.array(fc.nat(5_000_000), {
      minLength: 6,
      maxLength: 300,
    });
    fc.assert(
      fc.property(values, fc.constantFrom(0.5, 0.9, 0.99), (v, p) => {
        v.sort((a, b) => a - b);
        const histogram = new Histogram();
        v.forEach(value => histogram.record(value));
        const exact = quantileInterval({ values: v, p });
        const found = quantileInterval({ values: histogram, p });
        expect(found === undefined).toBe(exact === undefined);
        if (!exact || !found) return;
        expect(found.lower).toBeLessThanOrEqual(exact.lower);
        expect(found.upper).toBeGreaterThanOrEqual(exact.upper);
        expect(exact.lower - found.lower).toBeLessThanOrEqual(
          exact.lower / 1_024,
        );
        expect(found.upper - exact.upper).toBeLessThanOrEqual(
          exact.upper / 1_024,
        );
      }),
    );
  });

  it.each([0, 1, NaN, 99])('refuses the quantile at %d', p => {
    expect(() => quantileInterval({ values: [1], p })).toThrow(
      /between 0 and 1/,
    );
  });
});
