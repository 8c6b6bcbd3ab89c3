import type { Check } from '../check';
import type { Guide } from '../guide';
import { fromGuide } from './fromGuide';
import { gpuSamples } from './gpuSamples';
import { quantityCheck } from './quantityCheck';

export function gpuPower(guide: Guide): Check {
  return quantityCheck({
    id: 'gpu-power',
    category: 'gpu',
    title: 'GPU power',
    failureTitle: 'The GPU draws much less power than it may',
    description:
      'A GPU that works draws power near its limit. High utilisation at low power means that it waits for memory rather than computes.',
    guide: 'GPU Utilization',
    subjectKinds: ['gpu'],
    quantities: [{ metric: 'gpu.power', statistic: 'mean' }],
    ...gpuSamples,
    target: () => fromGuide(guide.gpuPower),
  });
}
