import { type ManifestPart, manifestPart } from '../manifestPart';
import { metadataOf, podLabels } from './names';
import type { Service } from './service';

const ports = { modelServer: 8080, agent: 9081 };
const usualMetricsNamespace = 'monitoring';

const namespaceOf = (name: string) => ({
  namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': name } },
});

/** Lets in who calls the service and who reads its metrics; nothing when none is asked for. */
export function networkPolicyPart(service: Service): ManifestPart | undefined {
  const { networkPolicy } = service.options;
  if (!networkPolicy) return undefined;
  const port = service.batching ? ports.agent : ports.modelServer;
  const { fromNamespaces, metricsNamespace = usualMetricsNamespace } =
    networkPolicy;
  return manifestPart({
    file: 'network-policy.yaml',
    header: ['Who may reach the pods of the inference service.'],
    object: {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'NetworkPolicy',
      metadata: metadataOf(service, 'ingress'),
      spec: {
        podSelector: { matchLabels: podLabels(service) },
        policyTypes: ['Ingress'],
        ingress: [
          {
            from: [
              { podSelector: {} },
              ...[...new Set(fromNamespaces)].map(namespaceOf),
            ],
            ports: [{ protocol: 'TCP', port }],
          },
          {
            from: [namespaceOf(metricsNamespace)],
            ports: [{ protocol: 'TCP', port: ports.modelServer }],
          },
        ],
      },
    },
    notes: {
      '/spec/podSelector':
        'Labels that KServe forces on the pods; it overwrites app.',
      '/spec/ingress/0': service.batching
        ? `Requests enter at ${ports.agent}, the batching agent, and not at ${ports.modelServer}.`
        : `Requests enter at ${ports.modelServer}; with a batcher it would be ${ports.agent}.`,
      '/spec/ingress/1': 'Prometheus, which reads the metrics of the pods.',
    },
  });
}
