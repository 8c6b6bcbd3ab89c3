/** What arrivals call when a request is due: on which place (a connection), and when it was meant to go, in ms of the run's clock. */
export type SendRequest = (place: number, intended: number) => void;

/**
 * Decides when requests are due. The engine sends them: it may send later than intended and keeps both times, so that an
 * open loop can measure from the intended one.
 */
export interface Arrivals {
  start(): void;
  /** A place has nothing to do any more and may be used again after `pauseMs`. */
  free(place: number, pauseMs?: number): void;
  /** Nothing is due any more. */
  stop(): void;
  /** How many requests so far had to wait for a slot of the rate ceiling. */
  heldBack(): number;
}
