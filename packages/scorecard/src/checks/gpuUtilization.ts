import type { Check } from '../check';
import type { Guide } from '../guide';
import { fromGuide } from './fromGuide';
import { gpuSamples } from './gpuSamples';
import { quantityCheck } from './quantityCheck';

export function gpuUtilization(guide: Guide): Check {
  return quantityCheck({
    id: 'gpu-utilization',
    category: 'gpu',
    title: 'GPU utilisation',
    failureTitle: 'The GPU is idle while training runs',
    description:
      'A GPU that waits for data costs as much as one that computes. Low utilisation during training usually means slow data loading or small batches.',
    guide: 'GPU Utilization',
    subjectKinds: ['gpu'],
    quantities: [{ metric: 'gpu.utilization', statistic: 'mean' }],
    ...gpuSamples,
    target: () => fromGuide(guide.gpuUtilization),
  });
}
