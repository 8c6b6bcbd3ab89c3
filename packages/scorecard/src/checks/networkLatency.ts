import type { Check } from '../check';
import type { Guide } from '../guide';
import { fromGuide } from './fromGuide';
import { quantityCheck } from './quantityCheck';

export function networkLatency(guide: Guide): Check {
  return quantityCheck({
    id: 'network-latency',
    category: 'network',
    title: 'Connect time, P95',
    failureTitle: 'The network between services is slow',
    description:
      'Every call between services pays this on top of its own work, often several times a request.',
    guide: 'Performance Checklist',
    subjectKinds: ['connection'],
    quantities: [{ metric: 'network.connect_time', statistic: 'p95' }],
    samples: { one: 'connection', other: 'connections' },
    target: () => fromGuide(guide.networkLatency),
  });
}
