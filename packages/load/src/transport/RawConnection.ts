import { connect, type Socket } from 'node:net';
import type { Failure } from '../errorKinds';
import { failureOfError } from './failures';
import { ResponseParser } from './ResponseParser';
import type { Traffic } from './Traffic';
import type { Connection, ConnectionListener } from './Transport';

const readBytes = 65_536;

/** What all raw connections of a run share. */
export interface RawTarget {
  ip: string;
  port: number;
  request: Buffer;
  method: string;
  keepAlive: boolean;
  keepBody: boolean;
  mostBytes: number;
  traffic: Traffic;
}

/** HTTP/1.1 straight on a socket: one prebuilt request, one buffer for all reads, no promise and no event per answer. */
export class RawConnection implements Connection {
  readonly #target: RawTarget;
  readonly #listener: ConnectionListener;
  readonly #parser: ResponseParser;
  readonly #buffer = Buffer.allocUnsafeSlow(readBytes);
  #socket?: Socket;
  #waits = false;

  ready = false;
  firstByteAt = 0;

  constructor(target: RawTarget, listener: ConnectionListener) {
    this.#target = target;
    this.#listener = listener;
    this.#parser = new ResponseParser(target);
  }

  connect(): void {
    this.close();
    const { ip, port, traffic } = this.#target;
    const socket = connect({
      host: ip,
      port,
      noDelay: true,
      onread: {
        buffer: this.#buffer,
        callback: (size, buffer) => {
          this.#read(socket, (buffer as Buffer).subarray(0, size));
          return true;
        },
      },
    });
    this.#socket = socket;
    socket.once('connect', () => {
      if (socket !== this.#socket) return;
      traffic.opened += 1;
      this.ready = true;
      this.#listener.opened();
    });
    socket.on('error', error => {
      const stage = this.ready ? 'open' : 'connecting';
      this.#ended(socket, () => failureOfError(error, stage));
    });
    const end = () =>
      this.#ended(socket, () => {
        this.#parser.end();
        return this.#parser.failure;
      });
    socket.on('end', end);
    socket.on('close', end);
  }

  send(): void {
    this.#waits = true;
    this.#parser.reset();
    this.#target.traffic.add(this.#target.request.length, 0);
    this.#socket?.write(this.#target.request);
  }

  close(): void {
    this.ready = false;
    this.#waits = false;
    const socket = this.#socket;
    this.#socket = undefined;
    socket?.destroy();
  }

  #read(socket: Socket, bytes: Buffer): void {
    this.#target.traffic.add(0, bytes.length);
    if (socket !== this.#socket) return;
    // Bytes that nobody asked for: nothing on this connection can be trusted any more.
    if (!this.#waits) this.close();
    else {
      if (!this.#parser.begun) this.firstByteAt = performance.now();
      this.#parser.feed(bytes);
      if (this.#parser.failure) this.#fail(this.#parser.failure);
      else if (this.#parser.done) this.#answered();
    }
  }

  #answered(): void {
    this.#waits = false;
    if (!this.#parser.keepAlive || !this.#target.keepAlive) this.close();
    this.#listener.answered(this.#parser.status, this.#parser.body);
  }

  /** The socket is gone: closed while idle it is opened again for the next request, otherwise something failed. */
  #ended(socket: Socket, failure: () => Failure | undefined): void {
    if (socket !== this.#socket) return;
    if (this.ready && !this.#waits) {
      this.close();
      return;
    }
    const problem = failure();
    if (problem) this.#fail(problem);
    else this.#answered();
  }

  #fail(failure: Failure): void {
    this.close();
    this.#listener.failed(failure);
  }
}
