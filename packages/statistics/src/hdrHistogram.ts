import { unzlibSync, zlibSync } from 'fflate';
import { bucketOf, highestCount, highestValue, middleOf } from './buckets';
import { Histogram } from './histogram';

/*
 * The V2 format of HDR Histogram (https://github.com/HdrHistogram/HdrHistogram, EncodableHistogram): a compressed envelope
 * (cookie, length, zlib) around a header of 40 bytes and the counts as ZigZag LEB128 numbers, a negative one standing for
 * that many empty buckets. Lowest value 1 and 3 significant digits give the buckets of `Histogram`.
 */
const compressedCookie = 0x1c849314;
const payloadCookie = 0x1c849313;
const headerBytes = 40;
const significantDigits = 3;
/** Buckets that a V2 histogram of 3 digits can have for values up to 2⁶³. */
const mostBuckets = 55_296;
const mostBytes = headerBytes + mostBuckets * 9;

function writeNumber(bytes: number[], value: number): void {
  let rest = value < 0 ? -value * 2 - 1 : value * 2;
  while (rest >= 128) {
    bytes.push((rest % 128) + 128);
    rest = Math.floor(rest / 128);
  }
  bytes.push(rest);
}

/**
 * The histogram in the compressed V2 format of HDR Histogram, as base64, which every HDR reader understands.
 * Least, greatest and sum are not part of the format: a reader has them up to the width of a bucket.
 *
 * @public
 */
export function encodeHistogram(histogram: Histogram): string {
  const counts: number[] = [];
  let next = 0;
  for (const { lower, count } of histogram.buckets()) {
    const bucket = bucketOf(lower);
    const empty = bucket - next;
    if (empty > 0) writeNumber(counts, empty === 1 ? 0 : -empty);
    writeNumber(counts, count);
    next = bucket + 1;
  }
  const payload = new Uint8Array(headerBytes + counts.length);
  const header = new DataView(payload.buffer);
  header.setUint32(0, payloadCookie);
  header.setUint32(4, counts.length);
  header.setUint32(8, 0); // normalizing index offset
  header.setUint32(12, significantDigits);
  header.setBigUint64(16, 1n); // lowest discernible value
  header.setBigUint64(24, BigInt(highestValue));
  header.setFloat64(32, 1); // conversion ratio
  payload.set(counts, headerBytes);

  const compressed = zlibSync(payload);
  const envelope = new Uint8Array(8 + compressed.length);
  new DataView(envelope.buffer).setUint32(0, compressedCookie);
  new DataView(envelope.buffer).setUint32(4, compressed.length);
  envelope.set(compressed, 8);
  let binary = '';
  for (const byte of envelope) binary += String.fromCharCode(byte);
  return btoa(binary);
}

/**
 * Reads the compressed V2 format of HDR Histogram for lowest value 1 and 3 significant digits. Each bucket's values count
 * as its middle one; values above 2³¹ − 1 as overflows.
 *
 * @throws Error that says what is wrong when the text is anything else; a hostile text costs at most half a megabyte.
 * @public
 */
export function decodeHistogram(text: string): Histogram {
  const payload = inflatePayload(text.trim());
  const header = new DataView(payload.buffer, payload.byteOffset);
  if (payload.length < headerBytes || header.getUint32(0) !== payloadCookie) {
    throw new Error('Not an HDR histogram: the V2 header is missing');
  }
  const digits = header.getUint32(12);
  const lowest = header.getBigUint64(16);
  if (digits !== significantDigits || lowest !== 1n) {
    throw new Error(
      `An HDR histogram must have lowest value 1 and 3 significant digits, not ${lowest} and ${digits}`,
    );
  }
  if (header.getUint32(4) !== payload.length - headerBytes) {
    throw new Error('Not an HDR histogram: the counts are cut short');
  }
  const histogram = new Histogram();
  let bucket = 0;
  for (const count of readNumbers(payload.subarray(headerBytes))) {
    const next = count < 0 ? bucket - count : bucket + 1;
    if (next > mostBuckets || count > highestCount) {
      throw new Error('Not an HDR histogram: a count is out of range');
    }
    if (count > 0) histogram.record(middleOf(bucket), count);
    bucket = next;
  }
  return histogram;
}

function inflatePayload(text: string): Uint8Array {
  try {
    if (text.length > mostBytes * 1.4) throw new Error('too long');
    const envelope = Uint8Array.from(atob(text), char => char.charCodeAt(0));
    const view = new DataView(envelope.buffer);
    if (view.getUint32(0) !== compressedCookie) throw new Error('no cookie');
    const compressed = envelope.subarray(8, 8 + view.getUint32(4));
    return unzlibSync(compressed, { out: new Uint8Array(mostBytes) });
  } catch {
    throw new Error(
      'Not an HDR histogram: expected the compressed V2 format as base64',
    );
  }
}

function* readNumbers(bytes: Uint8Array): IterableIterator<number> {
  let value = 0;
  let scale = 1;
  for (const byte of bytes) {
    value += (byte % 128) * scale;
    scale *= 128;
    if (byte < 128) {
      yield value % 2 === 0 ? value / 2 : -(value + 1) / 2;
      value = 0;
      scale = 1;
    }
  }
  if (scale !== 1) {
    throw new Error('Not an HDR histogram: the counts are cut short');
  }
}
