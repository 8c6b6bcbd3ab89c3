import { performance } from 'node:perf_hooks';
import type { ClientMonitor } from './ClientMonitor';
import type { LoadOptions, LoadProgress } from './LoadOptions';
import type { Stop } from './Stop';
import type { Tally } from './Tally';

const periodMilliseconds = 250;

/** Where a run is, apart from its tallies. */
export interface RunPosition {
  phase: LoadProgress['phase'];
  /** Since the first request, in ms. */
  elapsed: number;
  /** Requests written to a connection. */
  written: number;
}

/** Tells about four times a second how a run goes, and asks whether it may go on. */
export class ProgressReporter {
  readonly #options: Pick<LoadOptions, 'onProgress' | 'shouldStop'>;
  readonly #warmup: Tally;
  readonly #steady: Tally;
  readonly #monitor: ClientMonitor;
  #next = 0;
  #last = { elapsed: 0, ended: 0 };
  #loop = performance.eventLoopUtilization();

  constructor(
    options: Pick<LoadOptions, 'onProgress' | 'shouldStop'>,
    tallies: { warmup: Tally; steady: Tally },
    monitor: ClientMonitor,
  ) {
    this.#options = options;
    this.#warmup = tallies.warmup;
    this.#steady = tallies.steady;
    this.#monitor = monitor;
  }

  /** Whether it is time for the next progress. */
  isDue(elapsed: number): boolean {
    return elapsed >= this.#next;
  }

  /** Returns why the run must end, if the caller wants that. */
  report(position: RunPosition): Stop | undefined {
    this.#next = position.elapsed + periodMilliseconds;
    const { onProgress, shouldStop } = this.#options;
    if (!onProgress && !shouldStop) return undefined;
    const progress = this.#progressOf(position);
    onProgress?.(progress);
    return shouldStop?.(progress);
  }

  #progressOf({ phase, elapsed, written }: RunPosition): LoadProgress {
    const [warmup, steady] = [this.#warmup, this.#steady];
    const { latency } = phase === 'warmup' ? warmup : steady;
    const succeeded = warmup.succeeded + steady.succeeded;
    const failed = warmup.failed + steady.failed;
    const before = this.#last;
    this.#last = { elapsed, ended: succeeded + failed };
    const seconds = (elapsed - before.elapsed) / 1000;
    const loop = performance.eventLoopUtilization();
    const busy = performance.eventLoopUtilization(loop, this.#loop);
    this.#loop = loop;
    return {
      phase,
      elapsedSeconds: elapsed / 1000,
      sent: written,
      succeeded,
      failed,
      inFlight: warmup.inFlight + steady.inFlight,
      warmupSent: warmup.sent,
      rate: seconds > 0 ? (succeeded + failed - before.ended) / seconds : 0,
      p50: inMilliseconds(latency.quantile(0.5)),
      p99: inMilliseconds(latency.quantile(0.99)),
      clientBusy: busy.utilization,
      latenessP99: inMilliseconds(this.#monitor.latenessP99),
    };
  }
}

function inMilliseconds(microseconds?: number): number | undefined {
  return microseconds === undefined ? undefined : microseconds / 1000;
}
