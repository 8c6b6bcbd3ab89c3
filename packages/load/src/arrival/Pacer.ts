/** Refilled this much slower than asked, so that delays on the way let no second at the target see more than the rate. */
const margin = 1.01;

/**
 * A rate ceiling that does not shape the load under it: a bucket of tokens, one for each user and at most half of a
 * second's, that is refilled with what remains of the rate. So users who get their answers together may send together, as
 * they would without a ceiling, and in no second more than `rate` requests are sent (one more where the rate is under 2).
 */
export class Pacer {
  readonly #burst: number;
  /** Tokens a millisecond. */
  readonly #refill: number;
  #tokens: number;
  #at: number;

  /** `rate` in requests a second; times in ms. */
  constructor(options: { rate: number; users: number; start: number }) {
    const { rate, users, start } = options;
    this.#burst = Math.max(1, Math.min(users, Math.floor(rate / 2)));
    const remaining = rate < 2 ? rate : rate - this.#burst;
    this.#refill = remaining / margin / 1000;
    this.#tokens = this.#burst;
    this.#at = start;
  }

  /** Takes a token and returns 0, or returns how many ms to wait for the next one. */
  take(now: number): number {
    const gained = Math.max(0, now - this.#at) * this.#refill;
    this.#tokens = Math.min(this.#burst, this.#tokens + gained);
    this.#at = Math.max(this.#at, now);
    // Rounding may leave a token that is due a hair under one.
    if (this.#tokens < 1 - 1e-9) return (1 - this.#tokens) / this.#refill;
    this.#tokens -= 1;
    return 0;
  }
}
