import { queueOf } from '../remedies/queueing';
import { count, ms, number, rate } from '../remedies/words';
import type { CauseRule } from './CauseRule';

export const queueing: CauseRule = {
  id: 'queueing',
  title: 'Requests wait for a free replica',
  checkIds: [
    'inference-latency-p50',
    'inference-latency-p99',
    'inference-throughput',
  ],
  explain(facts) {
    const queue = queueOf(facts);
    if (!queue || facts.deployment?.batcher) return undefined;
    const { users, p50, serviceMs, slots, throughput } = queue;
    const share = Math.round(100 * (1 - serviceMs / p50.value));
    return {
      confidence: share >= 50 && facts.deployment ? 'high' : 'medium',
      for: [
        `One user alone is answered in ${ms(
          serviceMs,
        )}, one of ${users} in ${ms(p50.value)}: ${share} % is waiting.`,
        `At ${rate(throughput)} Little’s law finds ${number(
          slots,
        )} requests at work in each of ${count(
          facts.pods,
          'pod',
        )}, of ${users} that are under way.`,
      ],
      against: facts.deployment
        ? []
        : [
            'The manifest is not known, so something in front of the pods may be what they wait for.',
          ],
    };
  },
};
