/*
 * The log-linear buckets of HDR Histogram for lowest value 1 and 3 significant digits: below 2,048 every whole number has
 * a bucket of its own, above it each power of two has 1,024.
 */

/** The greatest value that has a bucket. */
export const highestValue = 2 ** 31 - 1;

/** Buckets for the values 0 to 2³¹ − 1. */
export const bucketCount = 22_528;

/** The greatest number that one bucket can count to. */
export const highestCount = 2 ** 32 - 1;

/** The bucket of a whole number from 0 to 2³¹ − 1. */
export function bucketOf(value: number): number {
  // eslint-disable-next-line no-bitwise
  const shift = 21 - Math.clz32(value | 0x7ff);
  // eslint-disable-next-line no-bitwise
  return (shift << 10) + (value >>> shift);
}

/** The least and the greatest value of a bucket, which may lie above 2³¹ − 1. */
export function boundsOf(bucket: number): { lower: number; upper: number } {
  const shift = Math.max(0, Math.floor(bucket / 1024) - 1);
  const width = 2 ** shift;
  const lower = (bucket - shift * 1024) * width;
  return { lower, upper: lower + width - 1 };
}

/** The value that stands for a bucket, at most 1/2,048 away from each of its values. */
export function middleOf(bucket: number): number {
  const { lower, upper } = boundsOf(bucket);
  return lower + Math.ceil((upper - lower) / 2);
}
