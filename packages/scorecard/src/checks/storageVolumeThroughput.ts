import type { Check } from '../check';
import type { Guide } from '../guide';
import { quantityCheck } from './quantityCheck';
import { storageTarget, transfers } from './storageTarget';

export function storageVolumeThroughput(guide: Guide): Check {
  return quantityCheck({
    id: 'storage-volume-throughput',
    category: 'storage',
    title: 'Volume throughput',
    failureTitle: 'The volume is slower than the workload needs',
    description:
      'Training reads its data from here. A slow volume leaves the GPU waiting at every step.',
    guide: guide.storageThroughput.section,
    subjectKinds: ['volume'],
    quantities: [
      { metric: 'storage.volume_read', statistic: 'median' },
      { metric: 'storage.volume_write', statistic: 'median' },
    ],
    ...transfers,
    target: ({ measurements }) => storageTarget(guide, measurements),
  });
}
