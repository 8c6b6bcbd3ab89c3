/** The seconds are counted in steps of so many ms, and one step more than a second, so that none is ever cut too short. */
const step = 10;
const steps = 1000 / step + 1;

/** Refilled a little slower than asked, so that the pace settles evenly instead of running into the count of a second. */
const refillShare = 0.97;

/** So many seconds' tokens are kept beside those of the users: what timers and garbage collection cost. */
const spareSeconds = 0.005;

/**
 * A rate ceiling that does not shape the load under it. A bucket holds a token for each user, but at most half of a
 * second's, so that users who get their answers together may send together, as they would without a ceiling. Besides, no
 * second sees more than `rate` requests, rounded up.
 */
export class Pacer {
  readonly #burst: number;
  /** Tokens a millisecond. */
  readonly #refill: number;
  readonly #most: number;
  readonly #counts = new Uint32Array(steps);
  #sum = 0;
  /** The newest step that is counted. */
  #step: number;
  #tokens: number;
  #at: number;

  /** `rate` in requests a second; times in ms. */
  constructor(options: { rate: number; users: number; start: number }) {
    const { rate, users, start } = options;
    this.#tokens = Math.max(1, Math.min(users, Math.floor(rate / 2)));
    this.#burst = this.#tokens + rate * spareSeconds;
    this.#refill = (rate * refillShare) / 1000;
    this.#most = Math.ceil(rate);
    this.#at = start;
    this.#step = Math.floor(start / step);
  }

  /** Lets a request go and returns 0, or returns how many ms to wait before asking again. */
  take(now: number): number {
    this.#advance(now);
    // Rounding may leave a token that is due a hair under one.
    if (this.#tokens < 1 - 1e-9) return (1 - this.#tokens) / this.#refill;
    if (this.#sum >= this.#most) return (this.#step + 1) * step - now;
    this.#tokens -= 1;
    this.#sum += 1;
    this.#counts[this.#step % steps] += 1;
    return 0;
  }

  #advance(now: number): void {
    const gained = Math.max(0, now - this.#at) * this.#refill;
    this.#tokens = Math.min(this.#burst, this.#tokens + gained);
    this.#at = Math.max(this.#at, now);
    const current = Math.floor(this.#at / step);
    const oldest = Math.max(this.#step + 1, current - steps + 1);
    for (let passed = oldest; passed <= current; passed++) {
      this.#sum -= this.#counts[passed % steps];
      this.#counts[passed % steps] = 0;
    }
    this.#step = current;
  }
}
