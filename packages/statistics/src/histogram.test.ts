import fc from 'fast-check';
import { build } from 'hdr-histogram-js';
import { boundsOf, bucketCount, bucketOf, highestValue } from './buckets';
import { Histogram } from './histogram';

const value = fc.oneof(
  fc.nat({ max: 5_000 }),
  fc.nat({ max: highestValue }),
  fc.integer({ min: 0, max: 30 }).map(power => 2 ** power),
  fc.integer({ min: 1, max: 31 }).map(power => 2 ** power - 1),
);
const values = fc.array(value, { minLength: 1, maxLength: 400 });

function histogramOf(recorded: number[]): Histogram {
  const histogram = new Histogram();
  recorded.forEach(each => histogram.record(each));
  return histogram;
}

function contentOf(histogram: Histogram) {
  const { count, overflows, min, max, mean } = histogram;
  return { count, overflows, min, max, mean, all: [...histogram.buckets()] };
}

describe('buckets', () => {
  it('are those of HDR Histogram for 3 significant digits, over the whole range', () => {
    const reference = build({
      lowestDiscernibleValue: 1,
      highestTrackableValue: highestValue,
      numberOfSignificantValueDigits: 3,
      bitBucketSize: 32,
    }) as unknown as { countsArrayIndex(of: number): number };
    const sample = [...Array(70_000).keys()];
    for (let power = 16; power < 31; power++) {
      for (let step = 0; step < 2_100; step++) {
        sample.push(2 ** power + Math.floor((step * 2 ** power) / 2_100));
      }
      sample.push(2 ** power - 1, 2 ** power, 2 ** power + 1);
    }
    sample.push(highestValue);
    const wrong = sample.filter(
      each => bucketOf(each) !== reference.countsArrayIndex(each),
    );
    expect(wrong).toEqual([]);
  });

  it('cover every value once, without a gap', () => {
    let expected = 0;
    for (let bucket = 0; bucket < bucketCount; bucket++) {
      const { lower, upper } = boundsOf(bucket);
      expect([lower, bucketOf(lower), bucketOf(upper)]).toEqual([
        expected,
        bucket,
        bucket,
      ]);
      expected = upper + 1;
    }
    expect(expected).toBe(highestValue + 1);
  });
});

describe('Histogram', () => {
  it.each([
    [[5], 0.5, 5],
    [[1, 2, 3, 4], 0, 1],
    [[1, 2, 3, 4], 0.25, 1],
    [[1, 2, 3, 4], 0.26, 2],
    [[1, 2, 3, 4], 0.5, 2],
    [[1, 2, 3, 4], 1, 4],
    [[0, 0, 2_000_001], 1, 2_000_001],
    [[4_097, 4_097, 4_097], 0.5, 4_097],
    [[1, 5_000, 9_000], 0.5, 5_002],
  ])('of %j has the quantile %d at %d', (recorded, p, expected) => {
    expect(histogramOf(recorded).quantile(p)).toBe(expected);
  });

  it('has quantiles within 0.049 % of the exact ones, rising with the share', () => {
    fc.assert(
      fc.property(
        values,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (v, p) => {
          const sorted = [...v].sort((a, b) => a - b);
          const exact = sorted[Math.max(1, Math.ceil(p * v.length)) - 1];
          const histogram = histogramOf(v);
          const found = histogram.quantile(p)!;
          expect(Math.abs(found - exact)).toBeLessThanOrEqual(exact / 2_048);
          expect(histogram.quantile(p / 2)).toBeLessThanOrEqual(found);
        },
      ),
    );
  });

  it('does not depend on the order of what is recorded', () => {
    fc.assert(
      fc.property(values, v => {
        const sorted = [...v].sort((a, b) => a - b);
        expect(contentOf(histogramOf(v))).toEqual(
          contentOf(histogramOf(sorted)),
        );
      }),
    );
  });

  it('merged from parts equals the whole', () => {
    fc.assert(
      fc.property(values, fc.nat(400), (v, at) => {
        const merged = histogramOf(v.slice(0, at));
        merged.merge(histogramOf(v.slice(at)));
        expect(contentOf(merged)).toEqual(contentOf(histogramOf(v)));
      }),
    );
  });

  it('counts how many values do not exceed one', () => {
    const histogram = histogramOf([0, 10, 10, 2_000, 5_000]);
    expect(
      [-1, 0, 9, 10, 10.9, 2_000, 4_990, 6_000, Infinity].map(each =>
        histogram.countAtMost(each),
      ),
    ).toEqual([0, 1, 1, 3, 3, 4, 4, 5, 5]);
  });

  it('finds the bucket of a rank', () => {
    const histogram = histogramOf([10, 10, 5_000]);
    expect([0, 1, 2, 3, 4].map(rank => histogram.bucketOfRank(rank))).toEqual([
      undefined,
      { lower: 10, upper: 10, count: 2 },
      { lower: 10, upper: 10, count: 2 },
      { lower: 5_000, upper: 5_003, count: 1 },
      undefined,
    ]);
  });

  it('keeps a value beyond its range as the greatest one and says so', () => {
    const histogram = histogramOf([1, 2 ** 31, 2 ** 40, Infinity]);
    expect(histogram.quantile(1)).toBe(highestValue);
    expect(histogram.quantile(0.5)).toBe(highestValue + 1 - 2 ** 19);
    expect([histogram.overflows, histogram.max]).toEqual([3, highestValue]);
    histogram.merge(histogramOf([2 ** 32]));
    expect([histogram.overflows, histogram.count]).toEqual([4, 5]);
  });

  it.each([-1, NaN, -Infinity])('refuses to record %d', wrong => {
    expect(() => new Histogram().record(wrong)).toThrow(/not (-|NaN)/);
  });

  it.each([0, -1, 1.5, 2 ** 32])('refuses the count %d', wrong => {
    expect(() => new Histogram().record(1, wrong)).toThrow(/whole numbers/);
  });

  it('refuses to count beyond what a bucket holds instead of wrapping', () => {
    const full = new Histogram();
    full.record(1, 2 ** 32 - 1);
    expect(() => full.merge(histogramOf([1]))).toThrow(/4294967295/);
  });

  it('has no quantile, least, greatest and mean while empty', () => {
    const { min, max, mean, count } = new Histogram();
    expect([min, max, mean, count]).toEqual([
      undefined,
      undefined,
      undefined,
      0,
    ]);
    expect(new Histogram().quantile(0.5)).toBeUndefined();
    expect(() => new Histogram().quantile(1.1)).toThrow(/from 0 to 1, not 1.1/);
  });
});
