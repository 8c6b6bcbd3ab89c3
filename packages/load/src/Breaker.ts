import type { Stop } from './Stop';

/** Ends a run whose target fails too often: counts the requests of the last seconds, the warm-up's too. */
export class Breaker {
  readonly #options: {
    errorShare: number;
    minRequests: number;
    windowSeconds: number;
  };
  readonly #seconds: { second: number; ended: number; failed: number }[] = [];

  constructor(options: {
    errorShare: number;
    minRequests: number;
    windowSeconds: number;
  }) {
    this.#options = options;
  }

  /** Counts a request that ended at this time, in ms. */
  count(at: number, failed: boolean): void {
    const second = Math.floor(at / 1000);
    if (this.#seconds.at(-1)?.second !== second) {
      this.#seconds.push({ second, ended: 0, failed: 0 });
    }
    const last = this.#seconds.at(-1)!;
    last.ended += 1;
    if (failed) last.failed += 1;
  }

  /** Why the run must end now, if it must. */
  check(at: number): Stop | undefined {
    const { errorShare, minRequests, windowSeconds } = this.#options;
    const oldest = Math.floor(at / 1000) - windowSeconds;
    while (this.#seconds.length > 0 && this.#seconds[0].second <= oldest) {
      this.#seconds.shift();
    }
    let ended = 0;
    let failed = 0;
    for (const second of this.#seconds) {
      ended += second.ended;
      failed += second.failed;
    }
    if (ended < minRequests || failed <= errorShare * ended) return undefined;
    return {
      code: 'breaker',
      message: `${failed} of ${ended} requests of the last ${windowSeconds} s failed, more than ${
        errorShare * 100
      } %`,
    };
  }
}
