import type { Check } from '../check';
import type { Guide } from '../guide';
import { fromGuide } from './fromGuide';
import { quantityCheck } from './quantityCheck';

export function autoscalingReaction(guide: Guide): Check {
  return quantityCheck({
    id: 'autoscaling-reaction',
    category: 'kubernetes',
    title: 'Autoscaling reaction',
    failureTitle: 'Autoscaling reacts too late',
    description:
      'Until a new replica is asked for, every request of a rush waits in the queue of the old ones.',
    guide: 'Performance Checklist',
    subjectKinds: ['workload'],
    quantities: [{ metric: 'autoscaling.decision_time', statistic: 'max' }],
    samples: { one: 'scale-up', other: 'scale-ups' },
    leastSamples: 3,
    target: () => fromGuide(guide.autoscalingReaction),
  });
}
