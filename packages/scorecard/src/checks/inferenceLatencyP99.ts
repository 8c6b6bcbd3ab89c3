import type { Check } from '../check';
import type { Guide } from '../guide';

import { latencyTarget, notForLanguageModels, requests } from './endpoint';
import { fromGuide } from './fromGuide';
import { quantityCheck } from './quantityCheck';

export function inferenceLatencyP99(guide: Guide): Check {
  return quantityCheck({
    id: 'inference-latency-p99',
    category: 'inference',
    title: 'P99 latency',
    failureTitle: 'One request in a hundred takes too long',
    description:
      'One request in a hundred takes longer than this. A page that makes ten calls meets one on every tenth load.',
    guide: 'Latency Targets',
    subjectKinds: ['endpoint'],
    quantities: [{ metric: 'inference.latency', statistic: 'p99' }],
    samples: requests,
    notApplicable: notForLanguageModels,
    target({ latencyClass }) {
      const target = latencyTarget(guide, latencyClass, 'p99');
      return target && fromGuide(target);
    },
  });
}
