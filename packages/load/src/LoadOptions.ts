import type { Stop } from './Stop';
import type { TlsOptions } from './transport/TlsOptions';

/**
 * What is known while a run goes on, about four times a second. Counts begin with the warm-up; percentiles and times in
 * ms are those of the phase.
 *
 * @public
 */
export interface LoadProgress {
  phase: 'warmup' | 'steady' | 'drain';
  /** Since the first request, warm-up included. */
  elapsedSeconds: number;
  /** Requests written to a connection. What the target has seen for sure is `succeeded` + `failed`. */
  sent: number;
  succeeded: number;
  failed: number;
  inFlight: number;
  /** Those of `sent` that belong to the warm-up and are not measured. */
  warmupSent: number;
  /** Answers a second since the last progress. */
  rate: number;
  p50?: number;
  p99?: number;
  /** Share of the time in which the engine's event loop was busy, since the last progress. */
  clientBusy: number;
  /** How late the event loop served its own timer. */
  latenessP99?: number;
}

/**
 * The address that connections go to instead of what the host name resolves to; TLS name and Host stay those of the URL.
 *
 * @public
 */
export interface LoadAddress {
  ip?: string;
}

/**
 * What a run needs beside its plan: nothing of this is kept in its result.
 *
 * @public
 */
export interface LoadOptions {
  /** Ends the run: nothing is sent any more and what was measured is returned. */
  signal?: AbortSignal;
  onProgress?: (progress: LoadProgress) => void;
  /** Asked after each progress; an answer ends the run. */
  shouldStop?: (progress: LoadProgress) => Stop | undefined;
  address?: LoadAddress;
  /** Sent with each request, and neither part of the result nor of any message. */
  secretHeaders?: Record<string, string>;
  tls?: TlsOptions;
  /** The path to take, when it is not to be chosen by the address: `raw` knows no TLS. */
  path?: 'raw' | 'full';
  /** Called for each answer of the measured phase, good or bad; it slows the run down. */
  onAnswer?: (answer: AnswerRecord) => void;
}

/**
 * One answered request, for those who want each. Times in ms.
 *
 * @public
 */
export interface AnswerRecord {
  /** From the first request of the run until this one was sent. */
  offset: number;
  latency: number;
  /** The parts of the latency: a new connection, writing, waiting for the first byte, reading. */
  connecting: number;
  writing: number;
  waiting: number;
  reading: number;
  status: number;
}
