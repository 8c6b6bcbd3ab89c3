import type { Check } from '../check';
import type { Guide } from '../guide';
import { fromGuide } from './fromGuide';
import { quantityCheck } from './quantityCheck';

export function trainingThroughput(guide: Guide): Check {
  return quantityCheck({
    id: 'training-throughput',
    category: 'training',
    title: 'Training throughput',
    failureTitle: 'Training has become slower than its baseline',
    description:
      'How many samples a second a job trains on decides how long and how dear it is. No figure fits all models, so each job is compared with its own baseline.',
    guide: 'Training Benchmark',
    subjectKinds: ['training'],
    quantities: [{ metric: 'training.throughput', statistic: 'median' }],
    samples: { one: 'step', other: 'steps' },
    target: () => fromGuide(guide.trainingThroughput),
  });
}
