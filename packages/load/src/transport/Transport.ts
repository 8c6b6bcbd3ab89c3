import type { Failure } from '../errorKinds';
import type { Traffic } from './Traffic';

/** What a connection tells its owner. Nothing is told after `close`, and never while `connect` or `send` runs. */
export interface ConnectionListener {
  /** Ready to send. */
  opened(): void;
  /** The whole answer is there; `body` is only valid until this returns, and left out where nobody asked for it. */
  answered(status: number, body: Buffer | undefined): void;
  /** Connecting or the request in flight failed; the connection is closed. */
  failed(failure: Failure): void;
}

/** One connection to the target, which may be opened again and again; one request at a time. */
export interface Connection {
  /** Whether `send` may be called now. */
  readonly ready: boolean;
  /** When the first byte of the last answer came, in ms of the run's clock. */
  readonly firstByteAt: number;
  connect(): void;
  send(): void;
  /** Ends at once whatever is going on. */
  close(): void;
}

/** A way to the target. The request that it sends is fixed when it is made. */
export interface Transport {
  /** `raw` is the engine's own HTTP/1.1, `full` an HTTP library with TLS. */
  readonly path: 'raw' | 'full';
  readonly traffic: Traffic;
  /** What one request costs at most, in bytes. */
  readonly requestBytes: number;
  connection(listener: ConnectionListener): Connection;
}
