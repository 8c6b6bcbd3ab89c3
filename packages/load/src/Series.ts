import { Histogram } from '@dynoscope/statistics';

/** What ended in one second of the measured phase; latencies in ms. */
export interface SeriesPoint {
  /** Seconds since the phase began. */
  second: number;
  succeeded: number;
  failed: number;
  p50?: number;
  p99?: number;
}

/** The measured phase second by second; times in ms since the phase began. */
export class Series {
  readonly #points: SeriesPoint[] = [];
  #second = 0;
  #succeeded = 0;
  #failed = 0;
  #latency = new Histogram();

  succeed(at: number, latency: number): void {
    this.#advance(at);
    this.#succeeded += 1;
    this.#latency.record(latency * 1000);
  }

  fail(at: number): void {
    this.#advance(at);
    this.#failed += 1;
  }

  /** All seconds up to this time, the last one perhaps only a part. */
  until(at: number): SeriesPoint[] {
    this.#advance(at);
    const rest = this.#succeeded + this.#failed > 0 ? [this.#point()] : [];
    return [...this.#points, ...rest];
  }

  #advance(at: number): void {
    const second = Math.floor(at / 1000);
    if (second <= this.#second) return;
    while (this.#second < second) {
      this.#points.push(this.#point());
      this.#second += 1;
      if (this.#succeeded > 0) this.#latency = new Histogram();
      this.#succeeded = 0;
      this.#failed = 0;
    }
  }

  #point(): SeriesPoint {
    const point: SeriesPoint = {
      second: this.#second,
      succeeded: this.#succeeded,
      failed: this.#failed,
    };
    const [p50, p99] = [0.5, 0.99].map(p => this.#latency.quantile(p));
    if (p50 !== undefined) point.p50 = p50 / 1000;
    if (p99 !== undefined) point.p99 = p99 / 1000;
    return point;
  }
}
