import { count } from '../remedies/words';
import type { CauseRule } from './CauseRule';

export const failedRequests: CauseRule = {
  id: 'failed-requests',
  title: 'Most failed requests fail in the same way',
  checkIds: ['inference-error-rate'],
  explain({ errors }) {
    const kinds = Object.entries(errors?.kinds ?? {});
    const [worst] = kinds.sort((a, b) => b[1] - a[1]);
    if (!errors || !worst || worst[1] < errors.failed / 2) return undefined;
    const rest = errors.failed - worst[1];
    return {
      confidence: rest === 0 ? 'high' : 'medium',
      for: [
        `${count(worst[1], 'request')} of ${errors.attempts}: ${worst[0]}.`,
      ],
      against: rest > 0 ? [`${count(rest, 'request')} failed otherwise.`] : [],
    };
  },
};
