import fc from 'fast-check';
import { unzlibSync, zlibSync } from 'fflate';
import {
  build,
  decodeFromCompressedBase64,
  encodeIntoCompressedBase64,
} from 'hdr-histogram-js';
import { decodeHistogram, encodeHistogram } from './hdrHistogram';
import { Histogram } from './histogram';

const someValue = fc.oneof(fc.nat(20), fc.nat({ max: 2 ** 31 - 1 }));
const recorded = fc.array(
  fc.tuple(
    fc.oneof(fc.nat({ max: 4_000 }), fc.nat({ max: 2 ** 31 - 1 })),
    fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 2 ** 31 })),
  ),
  { maxLength: 60 },
);

function fill<T extends Histogram>(histogram: T, pairs: [number, number][]): T {
  const used = new Set<number>();
  for (const [value, count] of pairs) {
    // Two great counts in one bucket would be more than it holds.
    const bucket = Math.floor(value / 2 ** 21);
    const small = used.has(bucket) ? 1 : count;
    used.add(bucket);
    histogram.record(value, small);
  }
  return histogram;
}

function envelopeOf(payload: Uint8Array): string {
  const compressed = zlibSync(payload);
  const envelope = new Uint8Array(8 + compressed.length);
  new DataView(envelope.buffer).setUint32(0, 0x1c849314);
  new DataView(envelope.buffer).setUint32(4, compressed.length);
  envelope.set(compressed, 8);
  return Buffer.from(envelope).toString('base64');
}

/** The bytes of the counts, after envelope and header. */
function countsOf(text: string): number[] {
  const envelope = Buffer.from(text, 'base64');
  const length = envelope.readUInt32BE(4);
  return [...unzlibSync(envelope.subarray(8, 8 + length)).subarray(40)];
}

function textWith(
  counts: number[],
  change: (header: DataView) => void = () => {},
): string {
  const payload = new Uint8Array(40 + counts.length);
  payload.set(counts, 40);
  const header = new DataView(payload.buffer);
  header.setUint32(0, 0x1c849313);
  header.setUint32(4, counts.length);
  header.setUint32(12, 3);
  header.setBigUint64(16, 1n);
  header.setBigUint64(24, 2n ** 31n - 1n);
  header.setFloat64(32, 1);
  change(header);
  return envelopeOf(payload);
}

describe('encodeHistogram and decodeHistogram', () => {
  it('keep every bucket and its count', () => {
    fc.assert(
      fc.property(recorded, pairs => {
        const histogram = fill(new Histogram(), pairs);
        const decoded = decodeHistogram(encodeHistogram(histogram));
        expect([...decoded.buckets()]).toEqual([...histogram.buckets()]);
        expect(decoded.count).toBe(histogram.count);
      }),
    );
  });

  it('write what hdr-histogram-js reads as the same distribution', () => {
    fc.assert(
      fc.property(recorded, pairs => {
        const histogram = fill(new Histogram(), pairs);
        const theirs = decodeFromCompressedBase64(
          encodeHistogram(histogram),
          64,
        );
        expect(theirs.totalCount).toBe(histogram.count);
        for (const percentile of [0.1, 50, 90, 99, 100]) {
          const rank = Math.ceil((percentile / 100) * histogram.count);
          const bucket = histogram.bucketOfRank(Math.max(1, rank));
          const found = theirs.getValueAtPercentile(percentile);
          // HDR reports the top of the bucket; it rounds ranks its own way by at most one.
          const next = histogram.bucketOfRank(rank + 1) ?? bucket;
          const before = histogram.bucketOfRank(Math.max(1, rank - 1));
          expect([
            bucket?.upper ?? 0,
            next?.upper ?? 0,
            before?.upper,
          ]).toContain(found);
        }
      }),
    );
  });

  it('read what hdr-histogram-js writes, and write its counts byte for byte', () => {
    fc.assert(
      fc.property(fc.array(someValue, { minLength: 1 }), values => {
        const theirs = build({
          lowestDiscernibleValue: 1,
          highestTrackableValue: 2 ** 31 - 1,
          numberOfSignificantValueDigits: 3,
        });
        const own = new Histogram();
        values.forEach(value => {
          theirs.recordValue(value);
          own.record(value);
        });
        const decoded = decodeHistogram(encodeIntoCompressedBase64(theirs));
        expect([...decoded.buckets()]).toEqual([...own.buckets()]);
        const theirText = encodeIntoCompressedBase64(theirs);
        expect(countsOf(encodeHistogram(own))).toEqual(countsOf(theirText));
      }),
    );
  });

  it('keep values beyond the range of another histogram as overflows', () => {
    const theirs = build({
      lowestDiscernibleValue: 1,
      highestTrackableValue: 2 ** 40,
      numberOfSignificantValueDigits: 3,
    });
    theirs.recordValue(2 ** 39);
    theirs.recordValue(7);
    const decoded = decodeHistogram(encodeIntoCompressedBase64(theirs));
    expect([decoded.count, decoded.overflows, decoded.min]).toEqual([2, 1, 7]);
  });

  it.each<[string, string, RegExp]>([
    ['an empty text', '', /compressed V2 format as base64/],
    ['no base64', '%%%', /compressed V2 format as base64/],
    ['other bytes', btoa('hello, world'), /compressed V2 format as base64/],
    ['a long text', 'A'.repeat(800_000), /compressed V2 format as base64/],
    [
      'another cookie',
      textWith([2], h => h.setUint32(0, 1)),
      /header is missing/,
    ],
    ['4 digits', textWith([2], h => h.setUint32(12, 4)), /digits, not 1 and 4/],
    [
      'a unit of 1000',
      textWith([2], h => h.setBigUint64(16, 1000n)),
      /not 1000 and 3/,
    ],
    ['a false length', textWith([2], h => h.setUint32(4, 5)), /cut short/],
    ['an unfinished count', textWith([255, 255]), /cut short/],
    ['a hole beyond all buckets', textWith([255, 255, 127, 2]), /out of range/],
    [
      'a count beyond 2³²',
      textWith([128, 128, 128, 128, 128, 1]),
      /out of range/,
    ],
    [
      'a count of 64 bits',
      textWith([...Array(8).fill(255), 127]),
      /out of range/,
    ],
  ])('refuse %s', (_name, text, message) => {
    expect(() => decodeHistogram(text)).toThrow(message);
  });

  it('read counts written by hand', () => {
    const decoded = decodeHistogram(textWith([2, 3, 0, 130, 1]));
    expect([...decoded.buckets()]).toEqual([
      { lower: 0, upper: 0, count: 1 },
      { lower: 4, upper: 4, count: 65 },
    ]);
  });

  it('stop at half a megabyte when the text inflates without end', () => {
    expect(() =>
      decodeHistogram(envelopeOf(new Uint8Array(50_000_000))),
    ).toThrow(/HDR histogram/);
  });
});
