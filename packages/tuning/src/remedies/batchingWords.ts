import type { BatchingAdvice } from '../advisor/adviseBatching';
import {
  requestsOfFullBatch,
  type BatchingEvidence,
} from '../prediction/BatchingEvidence';
import type { BatchingPrediction } from '../prediction/predictBatching';
import { fillsBatches } from './batchingEvidence';
import type { SubjectFacts } from './SubjectFacts';
import { count, ms, number } from './words';

/** Why, in one or two sentences. */
export function batchingText(
  evidence: BatchingEvidence,
  facts: SubjectFacts,
): string {
  const { batcher, instances, users } = evidence;
  const { maxBatchSize, maxLatency } = batcher;
  const p50 = facts.p50!.value;
  const sent = instances > 1 ? ` with ${instances} instances each` : '';
  if (fillsBatches(evidence)) {
    return `${count(
      users,
      'user',
    )}${sent} are more than a batch of ${maxBatchSize} takes: P50, ${ms(
      p50,
    )}, is the time of several batches.`;
  }
  const share = Math.min(100, Math.round((100 * maxLatency) / p50));
  return `${share} % of P50, ${ms(maxLatency)} of ${ms(
    p50,
  )}, is waiting: the batcher waits for ${maxBatchSize} instances, which ${count(
    users,
    'user',
  )}${sent} never send at a time.`;
}

/** Formula, numbers and result of the wait. */
export function waitArithmetic(advice: BatchingAdvice, was: number): string[] {
  const { predict, budget, maxLatency } = advice;
  const worked = Math.ceil(predict);
  if (!budget) {
    return [
      'maxLatency = ⌈ predict ⌉',
      `= ⌈ ${ms(predict)} ⌉`,
      `= ${ms(maxLatency)}, now ${ms(was)}`,
    ];
  }
  const times = budget.statistic === 'P99' ? '2 × ' : '';
  return [
    `maxLatency = min( ⌈ predict ⌉, ⌊ 0.9 × ${budget.statistic} target − ${times}predict ⌋ )`,
    `= min( ⌈ ${ms(predict)} ⌉, ⌊ 0.9 × ${ms(budget.target)} − ${times}${ms(
      predict,
    )} ⌋ ) = min( ${worked}, ${Math.floor(budget.ms)} )`,
    `= ${ms(maxLatency)}, now ${ms(was)}`,
  ];
}

/** What the change costs: the model is asked more often. */
export function batchingCost(
  evidence: BatchingEvidence,
  prediction: BatchingPrediction,
): string {
  const { users, pods, batcher, instances } = evidence;
  const now = fillsBatches(evidence)
    ? requestsOfFullBatch(batcher, instances)
    : Math.ceil(users / pods);
  const then = prediction.throughput.lower / prediction.requests;
  return `No more pods. The model predicts ${number(
    Math.floor(then),
  )} times a second or more, instead of ${number(
    Math.round(evidence.throughput / now),
  )}.`;
}
