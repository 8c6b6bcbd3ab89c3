const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const semicolon = 0x3b;
/** More is no chunk size that anybody means: 2^48. */
const mostDigits = 12;
const mostTrailerBytes = 16_384;

/**
 * Decodes the chunked transfer coding (RFC 9112 7.1), whatever the pieces it comes in. Extensions and trailers are read over.
 */
export class ChunkedDecoder {
  #state: 'size' | 'extension' | 'size-end' | 'data' | 'data-end' | 'trailer' =
    'size';
  #size = 0;
  #digits = 0;
  #awaitsLineFeed = false;
  #lineBytes = 0;
  #trailerBytes = 0;

  done = false;
  problem?: string;

  /** Reads from `start` on, hands on the payload, and returns where it stopped: at the end of the body or of the bytes. */
  decode(
    bytes: Buffer,
    start: number,
    payload: (from: number, to: number) => void,
  ): number {
    let position = start;
    while (position < bytes.length && !this.done && !this.problem) {
      if (this.#state === 'data') {
        const to = Math.min(bytes.length, position + this.#size);
        payload(position, to);
        this.#size -= to - position;
        position = to;
        if (this.#size === 0) this.#enter('data-end');
      } else {
        this.#step(bytes[position]);
        position += 1;
      }
    }
    return position;
  }

  #enter(state: 'size' | 'data' | 'data-end' | 'trailer'): void {
    this.#state = state;
    this.#awaitsLineFeed = false;
    this.#lineBytes = 0;
    if (state === 'size') {
      this.#size = 0;
      this.#digits = 0;
    }
  }

  #step(byte: number): void {
    switch (this.#state) {
      case 'size':
        this.#readSize(byte);
        return;
      case 'extension':
        if (byte === carriageReturn) this.#state = 'size-end';
        else if (byte === lineFeed) this.problem = 'a chunk size lacks its CR';
        return;
      case 'size-end':
        if (byte !== lineFeed) this.problem = 'a chunk size lacks its LF';
        else this.#enter(this.#size === 0 ? 'trailer' : 'data');
        return;
      case 'data-end':
        this.#readDataEnd(byte);
        return;
      default:
        this.#readTrailer(byte);
    }
  }

  #readSize(byte: number): void {
    const digit = Number.parseInt(String.fromCharCode(byte), 16);
    if (!Number.isNaN(digit)) {
      this.#size = this.#size * 16 + digit;
      this.#digits += 1;
      if (this.#digits > mostDigits) this.problem = 'a chunk size is too long';
    } else if (this.#digits === 0) {
      this.problem = 'a chunk size is not a hexadecimal number';
    } else if (byte === carriageReturn) {
      this.#state = 'size-end';
    } else if (byte === semicolon) {
      this.#state = 'extension';
    } else {
      this.problem = 'a chunk size is not a hexadecimal number';
    }
  }

  #readDataEnd(byte: number): void {
    const expected = this.#awaitsLineFeed ? lineFeed : carriageReturn;
    if (byte !== expected) this.problem = 'a chunk is longer than its size';
    else if (this.#awaitsLineFeed) this.#enter('size');
    else this.#awaitsLineFeed = true;
  }

  #readTrailer(byte: number): void {
    this.#trailerBytes += 1;
    if (this.#trailerBytes > mostTrailerBytes) {
      this.problem = 'the trailers are too long';
    } else if (this.#awaitsLineFeed) {
      if (byte !== lineFeed) this.problem = 'a trailer line lacks its LF';
      else if (this.#lineBytes === 0) this.done = true;
      else this.#enter('trailer');
    } else if (byte === carriageReturn) {
      this.#awaitsLineFeed = true;
    } else if (byte === lineFeed) {
      this.problem = 'a trailer line lacks its CR';
    } else {
      this.#lineBytes += 1;
    }
  }
}
