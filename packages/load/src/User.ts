import type { Failure } from './errorKinds';
import type { Tally } from './Tally';
import type { Connection, ConnectionListener } from './transport/Transport';

/** What a user tells those who run it. */
export interface UserListener {
  opened(user: User): void;
  answered(user: User, status: number, body: Buffer | undefined): void;
  failed(user: User, failure: Failure): void;
}

/** One place of a run: a connection, and the request that is going on on it. Times in ms of the run's clock. */
export class User implements ConnectionListener {
  readonly place: number;
  connection!: Connection;
  listener!: UserListener;
  /** A request waits for its answer, or for a connection to be sent on. */
  busy = false;
  /** The phase that the request belongs to. */
  tally!: Tally;
  intended = 0;
  /** When writing began; 0 before. */
  written = 0;
  /** When writing returned. */
  handedOver = 0;
  /** Requests in a row that found no connection. */
  refusals = 0;

  constructor(place: number) {
    this.place = place;
  }

  begin(intended: number, tally: Tally): void {
    this.busy = true;
    this.intended = intended;
    this.written = 0;
    this.tally = tally;
    tally.sent += 1;
  }

  opened(): void {
    this.listener.opened(this);
  }

  answered(status: number, body: Buffer | undefined): void {
    this.listener.answered(this, status, body);
  }

  failed(failure: Failure): void {
    this.listener.failed(this, failure);
  }
}
