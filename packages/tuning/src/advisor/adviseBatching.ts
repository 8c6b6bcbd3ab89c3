import type { BatcherSettings } from '../prediction/BatchingEvidence';

/** A target that has a tenth to spare is a pass; with less it is a warning. */
export const spare = 0.9;

/**
 * What a batcher is advised, and the terms that its wait is the least of. Times in ms.
 *
 * @public
 */
export interface BatchingAdvice extends BatcherSettings {
  /** Waiting longer than a prediction takes gains nothing: what gathers meanwhile is the next batch. */
  predict: number;
  /** What the nearest target leaves for waiting; absent where no target is known. */
  budget?: { statistic: 'P50' | 'P99'; target: number; ms: number };
}

/**
 * The batch that the users of a run fill, and the wait for one that they do not fill: no longer than a prediction takes,
 * no longer than the targets leave, and never less than 1 ms, since the agent takes 0 for its default of 5 s.
 *
 * The slowest of a full batch has seen the batch before it pass, so P99 leaves its target less two predictions.
 *
 * @public
 */
export function adviseBatching(options: {
  /** Users of one pod. */
  users: number;
  /** Instances of each request. */
  instances: number;
  /** How long a pod is at most busy with a batch of all of them, ms. */
  predictMs: number;
  targets: { p50?: number; p99?: number };
}): BatchingAdvice {
  const { users, instances, predictMs, targets } = options;
  const budgets = [
    ...(targets.p50 === undefined
      ? []
      : [
          {
            statistic: 'P50' as const,
            target: targets.p50,
            ms: spare * targets.p50 - predictMs,
          },
        ]),
    ...(targets.p99 === undefined
      ? []
      : [
          {
            statistic: 'P99' as const,
            target: targets.p99,
            ms: spare * targets.p99 - 2 * predictMs,
          },
        ]),
  ].sort((a, b) => a.ms - b.ms);
  const [budget] = budgets;
  const most = budget ? Math.floor(budget.ms) : Infinity;
  return {
    maxBatchSize: users * instances,
    maxLatency: Math.max(1, Math.min(Math.ceil(predictMs), most)),
    predict: predictMs,
    ...(budget && { budget }),
  };
}
