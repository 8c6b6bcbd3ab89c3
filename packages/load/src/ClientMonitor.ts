import { performance, PerformanceObserver } from 'node:perf_hooks';
import { Histogram } from '@dynoscope/statistics';

/** What the measuring itself cost, in the measured phase. */
export interface ClientReading {
  /** CPU time of the engine's thread, as a share of one core. */
  cpuShare: number;
  /** Share of the time in which the event loop had something to do. */
  eventLoopUtilization: number;
  /** Share of the time in which it had something to do but no CPU. */
  starvedShare: number;
  /** Share of the time that went into garbage collection. */
  gcShare: number;
  /** How late the event loop served its own timer, in microseconds. */
  lateness: Histogram;
  /** How far the wall clock moved against the monotonic one, in ms: the machine slept or its clock was set. */
  clockJump: number;
}

/** CPU time of this thread where Node can tell it, of the process otherwise; in ms. */
function cpuTime(): number {
  const { user, system } = process.threadCpuUsage?.() ?? process.cpuUsage();
  return (user + system) / 1000;
}

const wallOffset = () => Date.now() - performance.now();

/** Watches the event loop that a run shares, through a timer that the engine calls it from. */
export class ClientMonitor {
  readonly #period: number;
  readonly #gc = new PerformanceObserver(list =>
    this.#addPauses(list.getEntries()),
  );
  #gcTime = 0;
  #since = performance.now();
  #cpu = cpuTime();
  #loop = performance.eventLoopUtilization();
  #offset = wallOffset();
  #clockJump = 0;
  #lateness = new Histogram();
  #lastTick?: number;

  /** `period` of the timer, in ms. */
  constructor(period: number) {
    this.#period = period;
    this.#gc.observe({ entryTypes: ['gc'] });
  }

  tick(now: number): void {
    if (this.#lastTick !== undefined) {
      const late = now - this.#lastTick - this.#period;
      this.#lateness.record(Math.max(0, late) * 1000);
    }
    this.#lastTick = now;
    const jump = Math.abs(wallOffset() - this.#offset);
    this.#clockJump = Math.max(this.#clockJump, jump);
  }

  /** Begins anew: what came before is not part of the measured phase. */
  restart(): void {
    this.#gc.takeRecords();
    this.#gcTime = 0;
    this.#since = performance.now();
    this.#cpu = cpuTime();
    this.#loop = performance.eventLoopUtilization();
    this.#offset = wallOffset();
    this.#clockJump = 0;
    this.#lateness = new Histogram();
  }

  /** Of the event loop so far, in microseconds. */
  get latenessP99(): number | undefined {
    return this.#lateness.quantile(0.99);
  }

  /** Ends the watch. */
  stop(): ClientReading {
    this.#addPauses(this.#gc.takeRecords());
    this.#gc.disconnect();
    const elapsed = Math.max(1, performance.now() - this.#since);
    const cpu = cpuTime() - this.#cpu;
    const { active, utilization } = performance.eventLoopUtilization(
      this.#loop,
    );
    return {
      cpuShare: cpu / elapsed,
      eventLoopUtilization: utilization,
      starvedShare: Math.max(0, active - cpu) / elapsed,
      gcShare: this.#gcTime / elapsed,
      lateness: this.#lateness,
      clockJump: this.#clockJump,
    };
  }

  #addPauses(entries: { startTime: number; duration: number }[]): void {
    for (const { startTime, duration } of entries) {
      if (startTime >= this.#since) this.#gcTime += duration;
    }
  }
}
