import { isQueueing } from '../remedies/queueing';
import { ms } from '../remedies/words';
import type { CauseRule } from './CauseRule';

export const slowModel: CauseRule = {
  id: 'slow-model',
  title: 'The model itself takes the time',
  checkIds: ['inference-latency-p50', 'inference-latency-p99'],
  explain(facts) {
    const { p50, unloaded, deployment, latencyTargets } = facts;
    if (isQueueing(facts) !== false || deployment?.batcher) return undefined;
    const target = latencyTargets.p50 ?? latencyTargets.p99;
    if (target === undefined || unloaded!.p50 < target) return undefined;
    return {
      confidence: deployment ? 'medium' : 'low',
      for: [
        `One user alone already waits ${ms(
          unloaded!.p50,
        )}, and under load it is ${ms(p50!.value)}.`,
      ],
      against: deployment
        ? ['What CPU, memory and network did meanwhile was not measured.']
        : ['The manifest is not known, and a batcher would look the same.'],
    };
  },
};
