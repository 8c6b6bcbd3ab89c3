import { type ManifestPart, manifestPart } from '../manifestPart';
import { metadataOf, podLabels } from './names';
import type { Service } from './service';

/** Lets a drain take one pod after the other. */
export function podDisruptionBudgetPart(service: Service): ManifestPart {
  const least = service.replicas.minReplicas.value;
  return manifestPart({
    file: 'pod-disruption-budget.yaml',
    header: ['Lets a drain of nodes take one replica at a time.'],
    object: {
      apiVersion: 'policy/v1',
      kind: 'PodDisruptionBudget',
      metadata: metadataOf(service, 'pdb'),
      spec: {
        maxUnavailable: 1,
        selector: { matchLabels: podLabels(service) },
      },
    },
    notes: { '/spec/selector': 'Labels that KServe forces on the pods.' },
    worked: {
      '/spec/maxUnavailable': {
        label: 'Replicas that a drain may take',
        value: 1,
        source: 'default',
        arithmetic: `${least} − 1 = ${least - 1}`,
        consequence: 'So many replicas at least go on answering.',
      },
    },
  });
}
