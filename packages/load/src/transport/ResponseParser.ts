import type { Failure } from '../errorKinds';
import { ChunkedDecoder } from './ChunkedDecoder';
import { tooLarge } from './failures';
import { parseResponseHead } from './ResponseHead';

/** The longest head that is read, as in Node's own HTTP. */
export const mostHeadBytes = 16_384;

const headEnd = Buffer.from('\r\n\r\n');

/** Whether a body follows the head, and what ends it. */
type Framing = 'head' | 'length' | 'chunked' | 'close';

/**
 * Reads one HTTP/1 answer after the other, whatever the pieces they come in. Feed it until `done` or `failure` is set,
 * then `reset` it before the next request.
 */
export class ResponseParser {
  readonly #keepBody: boolean;
  readonly #bodyless: boolean;
  readonly #mostBytes: number;
  #framing: Framing = 'head';
  #head?: Buffer;
  #left = 0;
  #bodyBytes = 0;
  #chunks?: ChunkedDecoder;
  #pieces: Buffer[] = [];

  /** The whole answer is there. */
  done = false;
  failure?: Failure;
  status = 0;
  /** Whether the connection may be used again. */
  keepAlive = false;
  /** Whether anything of the answer has come. */
  begun = false;

  constructor(options: {
    keepBody: boolean;
    method: string;
    mostBytes: number;
  }) {
    this.#keepBody = options.keepBody;
    this.#bodyless = options.method === 'HEAD';
    this.#mostBytes = options.mostBytes;
  }

  reset(): void {
    this.#framing = 'head';
    this.#head = undefined;
    this.#left = 0;
    this.#bodyBytes = 0;
    this.#chunks = undefined;
    if (this.#pieces.length > 0) this.#pieces = [];
    this.done = false;
    this.failure = undefined;
    this.status = 0;
    this.keepAlive = false;
    this.begun = false;
  }

  /** The body, when it is kept. Valid until the bytes fed last are used for something else. */
  get body(): Buffer | undefined {
    if (!this.#keepBody) return undefined;
    return this.#pieces.length === 1
      ? this.#pieces[0]
      : Buffer.concat(this.#pieces);
  }

  /** Reads the next bytes, of which `body` may be a view. */
  feed(bytes: Buffer): void {
    this.begun = true;
    let rest = bytes;
    while (this.#framing === 'head' && !this.failure && !this.done) {
      const after = this.#feedHead(rest);
      if (after === undefined) return;
      rest = after;
    }
    if (!this.done && !this.failure) rest = this.#feedBody(rest);
    // What follows the answer was not asked for: nobody knows what the next one would be.
    if (this.done && rest.length > 0) this.keepAlive = false;
  }

  /** The connection ended: the end of some answers, a failure of the others. */
  end(): void {
    if (this.done || this.failure) return;
    if (this.#framing === 'close') {
      this.done = true;
      return;
    }
    this.failure = {
      kind: 'reset',
      message: this.begun
        ? 'the connection ended in the middle of the answer'
        : 'the connection ended without an answer',
    };
  }

  /** Returns what follows the head, `undefined` when more of it must come first. */
  #feedHead(bytes: Buffer): Buffer | undefined {
    const all = this.#head ? Buffer.concat([this.#head, bytes]) : bytes;
    const end = all.indexOf(headEnd);
    if ((end < 0 ? all.length : end) > mostHeadBytes) {
      this.#fail(`the head is longer than ${mostHeadBytes} bytes`);
      return undefined;
    }
    if (end < 0) {
      if (!'HTTP/'.startsWith(all.toString('latin1', 0, 5))) {
        this.#fail('the answer is not HTTP/1');
      }
      this.#head = Buffer.from(all);
      return undefined;
    }
    this.#head = undefined;
    const head = parseResponseHead(all, end + 2);
    if (typeof head === 'string') {
      this.#fail(head);
      return undefined;
    }
    if (head.status === 101) {
      this.#fail('the answer changes the protocol unasked');
      return undefined;
    }
    const rest = all.subarray(end + headEnd.length);
    if (head.status < 200) return rest;
    this.status = head.status;
    this.keepAlive = head.keepAlive;
    if (this.#bodyless || head.status === 204 || head.status === 304) {
      this.done = true;
    } else if (head.chunked) {
      this.#framing = 'chunked';
      this.#chunks = new ChunkedDecoder();
    } else if (head.length === undefined) {
      this.#framing = 'close';
      this.keepAlive = false;
    } else {
      this.#framing = 'length';
      this.#left = head.length;
      this.done = head.length === 0;
      if (head.length > this.#mostBytes) this.#failTooLarge();
    }
    return rest;
  }

  /** Returns what follows the body. */
  #feedBody(bytes: Buffer): Buffer {
    if (this.#framing === 'chunked') {
      const chunks = this.#chunks!;
      const stop = chunks.decode(bytes, 0, (from, to) =>
        this.#keep(bytes.subarray(from, to), true),
      );
      if (chunks.problem) this.#fail(chunks.problem);
      else this.done = chunks.done && !this.failure;
      return bytes.subarray(stop);
    }
    if (this.#framing === 'close') {
      this.#keep(bytes, true);
      return bytes.subarray(bytes.length);
    }
    const size = Math.min(this.#left, bytes.length);
    this.#left -= size;
    this.done = this.#left === 0;
    this.#keep(bytes.subarray(0, size), !this.done || this.#bodyBytes > 0);
    return bytes.subarray(size);
  }

  #keep(piece: Buffer, copy: boolean): void {
    this.#bodyBytes += piece.length;
    if (this.#bodyBytes > this.#mostBytes) this.#failTooLarge();
    else if (this.#keepBody && piece.length > 0) {
      this.#pieces.push(copy ? Buffer.from(piece) : piece);
    }
  }

  #fail(message: string): void {
    this.done = false;
    this.failure = { kind: 'protocol', message };
  }

  #failTooLarge(): void {
    this.done = false;
    this.failure = tooLarge(this.#mostBytes);
  }
}
