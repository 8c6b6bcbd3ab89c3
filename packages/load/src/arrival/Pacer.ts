/** How late a slot may still be used, in ms: timers and garbage collection cost a little. */
const tolerance = 5;

/**
 * Spaced this much wider than asked, so that neither late slots nor delays on the way let any second at the target see
 * more than the rate and one.
 */
const margin = 1.01;

/**
 * Evenly spaced slots for a rate ceiling. A slot that is not used in time is lost: after a stall there is no burst.
 * In any second at most `rate` + 1 slots are taken.
 */
export class Pacer {
  readonly #start: number;
  readonly #spacing: number;
  #slot = 0;

  /** `rate` in requests a second; times in ms. */
  constructor(options: { rate: number; start: number }) {
    this.#start = options.start;
    this.#spacing = (1000 * margin) / options.rate;
  }

  /** Takes the slot of this moment and returns 0, or returns how many ms to wait for the next one. */
  take(now: number): number {
    const oldest = Math.ceil((now - tolerance - this.#start) / this.#spacing);
    this.#slot = Math.max(this.#slot, oldest);
    const wait = this.#start + this.#slot * this.#spacing - now;
    if (wait > 0) return wait;
    this.#slot += 1;
    return 0;
  }
}
