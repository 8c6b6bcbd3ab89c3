import { requestsOfFullBatch } from '../prediction/BatchingEvidence';
import { batchingEvidence, fillsBatches } from '../remedies/batchingEvidence';
import { count, ms } from '../remedies/words';
import type { CauseRule } from './CauseRule';

export const batcherFull: CauseRule = {
  id: 'batcher-full',
  title: 'Requests wait for the batch before theirs',
  checkIds: [
    'inference-latency-p50',
    'inference-latency-p99',
    'inference-throughput',
  ],
  explain(facts) {
    const read = batchingEvidence(facts);
    if ('cannot' in read || !fillsBatches(read.evidence)) return undefined;
    const { batcher, users, instances, pods, throughput } = read.evidence;
    const full = requestsOfFullBatch(batcher, instances);
    const turns = users / pods / full;
    if (turns <= 1) return undefined;
    const cycle = (1_000 * full * pods) / throughput;
    return {
      confidence: turns >= 2 ? 'high' : 'medium',
      for: [
        `${count(users, 'user')} × ${count(
          instances,
          'instance',
        )} are more than a batch of ${
          batcher.maxBatchSize
        }, and batches are predicted one after another.`,
        `A full batch takes ${ms(cycle)} by the rate of answers; P50 is ${ms(
          facts.p50!.value,
        )}.`,
      ],
      against:
        turns < 2
          ? [
              'Fewer than two batches are under way, so half of the users wait for none.',
            ]
          : [],
    };
  },
};
