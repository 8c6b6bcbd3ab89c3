import type { Check } from '../check';
import type { Guide } from '../guide';
import { fromGuide } from './fromGuide';
import { gpuSamples } from './gpuSamples';
import { quantityCheck } from './quantityCheck';

export function gpuMemory(guide: Guide): Check {
  return quantityCheck({
    id: 'gpu-memory',
    category: 'gpu',
    title: 'GPU memory used',
    failureTitle: 'The GPU memory is used too little or too much',
    description:
      'Much free memory means that a larger batch would fit; hardly any means that the next larger input ends in an out-of-memory error.',
    guide: 'GPU Utilization',
    subjectKinds: ['gpu'],
    quantities: [{ metric: 'gpu.memory_used', statistic: 'p95' }],
    ...gpuSamples,
    target: () => fromGuide(guide.gpuMemory),
  });
}
