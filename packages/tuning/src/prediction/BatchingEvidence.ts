import type { Range } from './Range';

/**
 * The batching agent's settings.
 *
 * @public
 */
export interface BatcherSettings {
  /** Instances. */
  maxBatchSize: number;
  /** ms from the first request of a batch. */
  maxLatency: number;
}

/**
 * What one run tells about a service behind KServe's batching agent. Times in ms.
 *
 * @public
 */
export interface BatchingEvidence {
  /** Users of the closed loop, each with one request under way. */
  users: number;
  /** Instances of each request. */
  instances: number;
  /** Pods that the users share. */
  pods: number;
  /** What it was measured with. */
  batcher: BatcherSettings;
  p50: Range;
  p99: number;
  /** Answers a second. */
  throughput: number;
  /** Latency of one user alone: the usual one, and the least where it is known. */
  unloaded?: { p50: number; least?: number };
}

/** Requests that make a batch full. */
export function requestsOfFullBatch(
  { maxBatchSize }: BatcherSettings,
  instances: number,
): number {
  return Math.ceil(maxBatchSize / instances);
}
