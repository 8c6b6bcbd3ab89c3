import { Histogram } from '@dynoscope/statistics';
import type { ErrorKind, Failure } from './errorKinds';

/** What came of the requests of one phase. Latencies are kept in whole microseconds. */
export class Tally {
  /** From the intended send time to the last byte; of succeeded requests. */
  readonly latency = new Histogram();
  /** From the actual send time to the last byte. */
  readonly serviceTime = new Histogram();
  readonly errors = new Map<ErrorKind, number>();
  /** The first failure of each kind, in words. */
  readonly examples = new Map<ErrorKind, string>();
  sent = 0;
  succeeded = 0;
  failed = 0;

  get inFlight(): number {
    return this.sent - this.succeeded - this.failed;
  }

  /** Times in milliseconds. */
  succeed(latency: number, serviceTime: number): void {
    this.succeeded += 1;
    this.latency.record(latency * 1000);
    this.serviceTime.record(serviceTime * 1000);
  }

  fail({ kind, message }: Failure): void {
    this.failed += 1;
    this.errors.set(kind, (this.errors.get(kind) ?? 0) + 1);
    if (!this.examples.has(kind)) this.examples.set(kind, message);
  }
}
