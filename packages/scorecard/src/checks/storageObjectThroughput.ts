import type { Check } from '../check';
import type { Guide } from '../guide';
import { quantityCheck } from './quantityCheck';
import { storageTarget, transfers } from './storageTarget';

export function storageObjectThroughput(guide: Guide): Check {
  return quantityCheck({
    id: 'storage-object-throughput',
    category: 'storage',
    title: 'Object storage throughput',
    failureTitle: 'Object storage is slower than the workload needs',
    description:
      'Models and data sets are loaded from here. Slow transfers make pods start late and leave GPUs waiting.',
    guide: guide.storageThroughput.section,
    subjectKinds: ['bucket'],
    quantities: [
      { metric: 'storage.object_download', statistic: 'median' },
      { metric: 'storage.object_upload', statistic: 'median' },
    ],
    ...transfers,
    target: ({ measurements }) => storageTarget(guide, measurements),
  });
}
