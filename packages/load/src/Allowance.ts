import type { LoadPlan } from './plan';
import type { Stop } from './Stop';
import type { Tally } from './Tally';
import type { Traffic } from './transport/Traffic';

/** Whether one more request may go: the plan has ended, one of its limits forbids it, or it may. */
export type Permission = 'yes' | 'plan-ended' | Stop;

/** What a plan allows to be sent, warm-up included. Times in ms of the run's clock. */
export class Allowance {
  readonly #plan: LoadPlan;
  readonly #requestBytes: number;
  readonly #traffic: Traffic;
  readonly #planEnd: number;
  readonly #limitEnd: number;

  constructor(options: {
    plan: LoadPlan;
    beganAt: number;
    traffic: Traffic;
    requestBytes: number;
  }) {
    const { plan, beganAt } = options;
    const { warmupSeconds, seconds = Infinity, limits } = plan;
    this.#plan = plan;
    this.#traffic = options.traffic;
    this.#requestBytes = options.requestBytes;
    this.#planEnd = beganAt + (warmupSeconds + seconds) * 1000;
    this.#limitEnd = beganAt + (limits.seconds ?? Infinity) * 1000;
  }

  /** Asked at this time, after what was sent so far. */
  ask(at: number, sent: { warmup: Tally; steady: Tally }): Permission {
    const { warmup, steady } = sent;
    const { requests = Infinity, limits } = this.#plan;
    if (at >= this.#planEnd || steady.sent >= requests) return 'plan-ended';
    if (at >= this.#limitEnd) return reached(`${limits.seconds} s`);
    if (warmup.sent + steady.sent >= (limits.requests ?? Infinity)) {
      return reached(`${limits.requests} requests`);
    }
    if (!this.#traffic.hasRoomFor(this.#requestBytes)) {
      return reached(`${limits.bytes} bytes`);
    }
    return 'yes';
  }
}

/** A run that a limit of its plan ended. */
export function reached(limit: string): Stop {
  return {
    code: 'target-limit',
    message: `the run reached its limit of ${limit}`,
  };
}
