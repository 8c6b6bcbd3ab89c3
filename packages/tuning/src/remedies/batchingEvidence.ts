import {
  requestsOfFullBatch,
  type BatchingEvidence,
} from '../prediction/BatchingEvidence';
import { missingFacts } from './missingFacts';
import type { SubjectFacts } from './SubjectFacts';

/** Latencies of requests that go through a batcher are not below its wait by more than clocks err. */
const clockShare = 0.95;

/** Users whose requests the batcher of one pod gets. */
export function usersOfPod({ users = 1, pods }: SubjectFacts): number {
  return Math.ceil(users / pods);
}

/** Whether the users of a run ever fill a batch. */
export function fillsBatches(evidence: BatchingEvidence): boolean {
  const { users, pods, batcher, instances } = evidence;
  return Math.ceil(users / pods) >= requestsOfFullBatch(batcher, instances);
}

/** What a batching prediction starts from, or why there is none, in one sentence that says what to do. */
export function batchingEvidence(
  facts: SubjectFacts,
): { evidence: BatchingEvidence } | { cannot: string } {
  const cannot = missingFacts(facts, [
    'deployment',
    'users',
    'p50',
    'p99',
    'throughput',
  ]);
  if (cannot) return { cannot };
  const { deployment, users, p50, p99, throughput, unloaded } = facts;
  const batcher = deployment?.batcher;
  if (!batcher) return { cannot: 'The manifest has no batcher to tune.' };
  const evidence: BatchingEvidence = {
    users: users!,
    instances: facts.instances,
    pods: facts.pods,
    batcher: {
      maxBatchSize: batcher.maxBatchSize,
      maxLatency: batcher.maxLatency,
    },
    p50: { lower: p50!.lower, upper: p50!.upper },
    p99: p99!.value,
    throughput: throughput!,
    ...(unloaded && { unloaded }),
  };
  if (!fillsBatches(evidence) && p50!.upper < clockShare * batcher.maxLatency) {
    return {
      cannot:
        'P50 is shorter than the batcher waits, so the measured requests do not go through it: measure the port of the batching agent (9081 on a pod), with the v1 protocol.',
    };
  }
  return { evidence };
}
