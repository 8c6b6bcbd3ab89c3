import type { Socket } from 'node:net';
import { Client, type Dispatcher } from 'undici';
import type { Failure } from '../errorKinds';
import { dial, type DialTarget } from './dial';
import { failureOfError, tooLarge } from './failures';
import { mostHeadBytes } from './ResponseParser';
import type { Traffic } from './Traffic';
import type { Connection, ConnectionListener } from './Transport';

/** What all full connections of a run share. */
export interface FullTarget extends DialTarget {
  request: Dispatcher.DispatchOptions;
  keepAlive: boolean;
  keepBody: boolean;
  mostBytes: number;
  traffic: Traffic;
}

/** The library gives up idle sockets by itself; ours live as long as the run. */
const idleMilliseconds = 3_600_000;

/** The library's codes for a head that is too long, or that frames its body wrongly. */
const framingErrors = [
  'UND_ERR_HEADERS_OVERFLOW',
  'UND_ERR_RES_CONTENT_LENGTH_MISMATCH',
];

class DialError extends Error {
  constructor(readonly failure: Failure) {
    super(failure.message);
  }
}

/** One undici client on sockets that we dial, so that address, certificate checks and bytes stay in our hands. */
export class FullConnection implements Connection {
  readonly #target: FullTarget;
  readonly #listener: ConnectionListener;
  #client?: Client;
  #tcp?: Socket;
  #counted = { sent: 0, received: 0 };
  #waits = false;
  #handler: Dispatcher.DispatchHandler = {};

  firstByteAt = 0;

  constructor(target: FullTarget, listener: ConnectionListener) {
    this.#target = target;
    this.#listener = listener;
  }

  get ready(): boolean {
    return this.#client !== undefined;
  }

  connect(): void {
    this.close();
    const tcp = this.#dial(({ socket, failure }) => {
      if (tcp !== this.#tcp) return;
      if (failure) {
        this.#fail(failure);
        return;
      }
      this.#client = this.#createClient(socket);
      this.#handler = this.#createHandler(this.#client);
      this.#listener.opened();
    });
  }

  send(): void {
    this.#waits = true;
    this.#client!.dispatch(this.#target.request, this.#handler);
  }

  close(): void {
    this.#count();
    this.#waits = false;
    const [client, tcp] = [this.#client, this.#tcp];
    this.#client = undefined;
    this.#tcp = undefined;
    client?.destroy().catch(() => {});
    tcp?.destroy();
  }

  #dial(done: Parameters<typeof dial>[1]): Socket {
    this.#count();
    const tcp = dial(this.#target, dialled => {
      if (dialled.socket) this.#target.traffic.opened += 1;
      done(dialled);
    });
    tcp.once('close', () => {
      // Closed while idle: it is opened again for the next request.
      if (tcp === this.#tcp && this.#client && !this.#waits) this.close();
    });
    this.#tcp = tcp;
    this.#counted = { sent: 0, received: 0 };
    return tcp;
  }

  /** A client that begins with this socket. It dials by itself when the target ended the last one. */
  #createClient(socket: Socket): Client {
    let next: Socket | undefined = socket;
    return new Client(this.#target.url.origin, {
      pipelining: 1,
      maxHeaderSize: mostHeadBytes,
      headersTimeout: 0,
      bodyTimeout: 0,
      keepAliveTimeout: idleMilliseconds,
      keepAliveMaxTimeout: idleMilliseconds,
      connect: (_options, callback) => {
        const first = next;
        next = undefined;
        // The client does not notice a socket that it gets before this returns.
        if (first) queueMicrotask(() => callback(null, first));
        else {
          this.#dial(dialled => {
            if (dialled.socket) callback(null, dialled.socket);
            else callback(new DialError(dialled.failure), null);
          });
        }
      },
    });
  }

  /** Events of a client that was given up mean nothing any more. */
  #createHandler(client: Client): Dispatcher.DispatchHandler {
    const { keepBody, mostBytes } = this.#target;
    const { method } = this.#target.request;
    let status = 0;
    let bytes = 0;
    let pieces: Buffer[] = [];
    return {
      onRequestStart: () => {
        bytes = 0;
        pieces = [];
      },
      onResponseStart: (_controller, code, headers) => {
        status = code;
        this.firstByteAt = performance.now();
        if (client !== this.#client || method === 'HEAD') return;
        if (Number(headers['content-length']) > mostBytes) this.#failTooLarge();
      },
      onResponseData: (_controller, chunk) => {
        if (client === this.#client) this.#count();
        if (client !== this.#client) return;
        bytes += chunk.length;
        if (bytes > mostBytes) this.#failTooLarge();
        else if (keepBody) pieces.push(Buffer.from(chunk));
      },
      onResponseEnd: () => {
        if (client !== this.#client) return;
        const body = keepBody ? Buffer.concat(pieces) : undefined;
        this.#waits = false;
        this.#count();
        if (!this.#target.keepAlive) this.close();
        this.#listener.answered(status, body);
      },
      onResponseError: (_controller, error) => {
        if (client === this.#client) this.#fail(failureOf(error));
      },
    };
  }

  #failTooLarge(): void {
    this.#fail(tooLarge(this.#target.mostBytes));
  }

  #fail(failure: Failure): void {
    this.close();
    this.#listener.failed(failure);
  }

  /** Adds what went over the wire since the last time. */
  #count(): void {
    if (!this.#tcp) return;
    const { bytesWritten: sent, bytesRead: received } = this.#tcp;
    const before = this.#counted;
    this.#counted = { sent, received };
    this.#target.traffic.add(sent - before.sent, received - before.received);
  }
}

function failureOf(error: Error): Failure {
  if (error instanceof DialError) return error.failure;
  const { name, code } = error as { name: string; code?: string };
  if (
    name === 'HTTPParserError' ||
    framingErrors.includes(code ?? '') ||
    // The library's words for interim answers and upgrades that it did not ask for.
    /^bad (response|upgrade)$/.test(error.message)
  ) {
    return { kind: 'protocol', message: `the answer is not HTTP/1 (${name})` };
  }
  return failureOfError(error, 'open');
}
