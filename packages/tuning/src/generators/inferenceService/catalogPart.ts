import { type ManifestPart, manifestPart } from '../manifestPart';
import type { Service } from './service';

const service = 'http://{name}-predictor.{namespace}.svc.cluster.local';

/** Address at which the predictor answers, by protocol. */
function usualAddress({ latencyClass, protocolVersion }: Service): string {
  if (latencyClass === 'llm') return `${service}/openai/v1/chat/completions`;
  return protocolVersion === 'v1'
    ? `${service}/v1/models/{name}:predict`
    : `${service}/v2/models/{name}/infer`;
}

/** The catalog entity, with what Dynoscope and the Kubernetes page read. */
export function catalogPart(settled: Service): ManifestPart {
  const { name, namespace, latencyClass, options } = settled;
  const { catalog, description, system } = options;
  const address = (catalog?.inferenceUrl ?? usualAddress(settled))
    .replaceAll('{name}', name)
    .replaceAll('{namespace}', namespace);
  return manifestPart({
    file: 'catalog-info.yaml',
    object: {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: {
        name,
        ...(description && { description }),
        annotations: {
          'dynoscope.dev/inference-url': address,
          'dynoscope.dev/latency-class': latencyClass,
          'backstage.io/kubernetes-id': name,
          'backstage.io/kubernetes-namespace': namespace,
        },
      },
      spec: {
        type: catalog?.type ?? 'model-server',
        lifecycle: catalog?.lifecycle ?? 'experimental',
        owner: options.owner ?? 'unknown',
        ...(system && { system }),
      },
    },
    notes: {
      '/metadata/annotations/dynoscope.dev~1inference-url':
        'Where Dynoscope sends its requests; must lie inside performance.inference.allow.',
    },
  });
}
