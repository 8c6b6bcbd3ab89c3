import { batchingEvidence, fillsBatches } from '../remedies/batchingEvidence';
import { count, ms, rate } from '../remedies/words';
import type { CauseRule } from './CauseRule';

/** From this share of P50 on, most of it is the wait. */
const most = 0.5;

export const batcherWait: CauseRule = {
  id: 'batcher-wait',
  title: 'Most of the latency is the batcher’s wait',
  checkIds: [
    'inference-latency-p50',
    'inference-latency-p99',
    'inference-throughput',
  ],
  explain(facts) {
    const read = batchingEvidence(facts);
    if ('cannot' in read || fillsBatches(read.evidence)) return undefined;
    const { batcher, users, instances, pods } = read.evidence;
    const { maxLatency, maxBatchSize } = batcher;
    const p50 = facts.p50!.value;
    const p99 = facts.p99!.value;
    if (maxLatency < most * p50) return undefined;
    const { unloaded } = facts;
    const beside = p50 - maxLatency;
    const ofPods = pods > 1 ? ` ÷ ${count(pods, 'pod')}` : '';
    const alone = unloaded && unloaded.p50 >= 0.95 * maxLatency;
    return {
      confidence: alone ? 'high' : 'medium',
      for: [
        `P50, ${ms(p50)}, lies just above the batcher’s wait of ${ms(
          maxLatency,
        )}.`,
        `${count(users, 'user')} × ${count(
          instances,
          'instance',
        )}${ofPods} never fill a batch of ${maxBatchSize}.`,
        ...(alone
          ? [`One user alone waits as long: ${ms(unloaded.p50)}.`]
          : []),
        `${count(users, 'user')} who wait ${ms(
          maxLatency,
        )} for each answer send ${rate(
          (1_000 * users) / maxLatency,
        )} at most; ${rate(facts.throughput!)} were measured.`,
      ],
      against: [
        ...(beside > 1 ? [`${ms(beside)} of P50 are not the wait.`] : []),
        ...(unloaded && !alone
          ? [`One user alone is answered in ${ms(unloaded.p50)}.`]
          : []),
        ...(p99 > p50 + maxLatency / 4
          ? [
              `P99 lies ${ms(
                p99 - p50,
              )} above P50, which the wait does not explain.`,
            ]
          : []),
      ],
    };
  },
};
