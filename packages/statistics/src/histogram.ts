import {
  boundsOf,
  bucketCount,
  bucketOf,
  highestCount,
  highestValue,
  middleOf,
} from './buckets';

/**
 * One bucket of a histogram: how many values lie from `lower` to `upper`, both inclusive.
 *
 * @public
 */
export interface HistogramBucket {
  lower: number;
  upper: number;
  count: number;
}

/**
 * Counts of non-negative integers in log-linear buckets: 90 kB, whatever is recorded.
 *
 * A bucket's middle differs from each of its values by at most 1/2,048 (0.049 %). The buckets are those of HDR Histogram
 * for lowest value 1 and 3 significant digits, so counts can be exchanged with it. The histogram knows no unit: latencies
 * are best recorded in whole microseconds, which reach 35 minutes.
 *
 * @public
 */
export class Histogram {
  readonly #counts = new Uint32Array(bucketCount);
  #count = 0;
  #overflows = 0;
  #sum = 0;
  #min = Infinity;
  #max = 0;

  /**
   * Adds a value, rounded to a whole number. A value above 2³¹ − 1 counts as the greatest one and as an overflow.
   *
   * @throws RangeError when the value is negative or not a number: neither is a measurement.
   */
  record(value: number, count: number = 1): void {
    if (!(value >= 0)) {
      throw new RangeError(
        `A histogram records numbers from 0 upwards, not ${value}`,
      );
    }
    let kept = Math.round(value);
    if (kept > highestValue) {
      kept = highestValue;
      this.#overflows += count;
    }
    this.#add(bucketOf(kept), count);
    this.#sum += kept * count;
    if (kept < this.#min) this.#min = kept;
    if (kept > this.#max) this.#max = kept;
  }

  /** Adds everything that the other one holds; the result equals one histogram that recorded both. */
  merge(other: Histogram): void {
    other.#counts.forEach((count, bucket) => {
      if (count > 0) this.#add(bucket, count);
    });
    this.#overflows += other.#overflows;
    this.#sum += other.#sum;
    this.#min = Math.min(this.#min, other.#min);
    this.#max = Math.max(this.#max, other.#max);
  }

  /** How many values were recorded. */
  get count(): number {
    return this.#count;
  }

  /** How many values were too great and are kept as 2³¹ − 1. */
  get overflows(): number {
    return this.#overflows;
  }

  /** The exact least value, `undefined` when empty. */
  get min(): number | undefined {
    return this.#count === 0 ? undefined : this.#min;
  }

  /** The exact greatest value, `undefined` when empty. */
  get max(): number | undefined {
    return this.#count === 0 ? undefined : this.#max;
  }

  /** The exact mean, `undefined` when empty. */
  get mean(): number | undefined {
    return this.#count === 0 ? undefined : this.#sum / this.#count;
  }

  /**
   * The value that the share `p` of all values does not exceed, `undefined` when empty.
   *
   * It is the middle of the first bucket whose running count reaches max(1, ⌈p·n⌉); the least and the greatest value are exact.
   *
   * @throws RangeError when `p` is not from 0 to 1.
   */
  quantile(p: number): number | undefined {
    if (!(p >= 0 && p <= 1)) {
      throw new RangeError(`A quantile needs a share from 0 to 1, not ${p}`);
    }
    const rank = Math.max(1, Math.ceil(p * this.#count));
    if (rank === this.#count) return this.#max;
    if (rank === 1) return this.min;
    const bucket = this.#bucketOfRank(rank)!;
    return Math.min(this.#max, Math.max(this.#min, middleOf(bucket)));
  }

  /** The bucket that holds the value of this rank (1 is the least value), `undefined` when there are fewer values. */
  bucketOfRank(rank: number): HistogramBucket | undefined {
    const bucket = this.#bucketOfRank(rank);
    if (bucket === undefined) return undefined;
    return { ...boundsOf(bucket), count: this.#counts[bucket] };
  }

  /** How many values do not exceed this one; exact up to the width of its bucket, which counts as a whole. */
  countAtMost(value: number): number {
    if (!(value >= 0)) return 0;
    const last = bucketOf(Math.min(highestValue, Math.floor(value)));
    let total = 0;
    for (let bucket = 0; bucket <= last; bucket++) {
      total += this.#counts[bucket];
    }
    return total;
  }

  /** The buckets that hold something, least values first. */
  *buckets(): IterableIterator<HistogramBucket> {
    for (let bucket = 0; bucket < bucketCount; bucket++) {
      const count = this.#counts[bucket];
      if (count > 0) yield { ...boundsOf(bucket), count };
    }
  }

  #add(bucket: number, count: number): void {
    const total = this.#counts[bucket] + count;
    if (!Number.isInteger(count) || count < 1 || total > highestCount) {
      throw new RangeError(
        `A histogram bucket holds whole numbers up to ${highestCount}, not ${total}`,
      );
    }
    this.#counts[bucket] = total;
    this.#count += count;
  }

  #bucketOfRank(rank: number): number | undefined {
    if (rank < 1 || rank > this.#count) return undefined;
    let total = 0;
    return this.#counts.findIndex(count => {
      total += count;
      return total >= rank;
    });
  }
}
