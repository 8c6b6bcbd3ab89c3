import { parse } from 'yaml';
import type { InferenceServiceOptions } from './inferenceService/options';
import { inferenceServiceGenerator } from './inferenceServiceGenerator';

const made = (options: Partial<InferenceServiceOptions> = {}) => {
  const { files } = inferenceServiceGenerator.generate({
    name: 'ranker',
    owner: 'group:default/team-search',
    storageUri: 's3://models/ranker',
    ...options,
  });
  return (file: string) =>
    parse(
      files.find(({ path }) => path === `ranker/${file}.yaml`)?.content ?? '',
    );
};

describe('what stands around an inference service', () => {
  it.each([
    [false, 8080],
    [true, 9081],
  ])(
    'with batcher %s lets callers in at %s, and Prometheus at 8080',
    (enabled, port) => {
      const { ingress, podSelector } = made({
        batcher: { enabled },
        networkPolicy: {
          fromNamespaces: ['gateway', 'gateway'],
          metricsNamespace: 'metrics',
        },
      })('network-policy').spec;
      expect(podSelector.matchLabels).toEqual({
        'serving.kserve.io/inferenceservice': 'ranker',
        component: 'predictor',
      });
      expect(ingress).toEqual([
        {
          from: [
            { podSelector: {} },
            {
              namespaceSelector: {
                matchLabels: { 'kubernetes.io/metadata.name': 'gateway' },
              },
            },
          ],
          ports: [{ protocol: 'TCP', port }],
        },
        {
          from: [
            {
              namespaceSelector: {
                matchLabels: { 'kubernetes.io/metadata.name': 'metrics' },
              },
            },
          ],
          ports: [{ protocol: 'TCP', port: 8080 }],
        },
      ]);
    },
  );

  it.each([
    [
      {},
      'http://ranker-predictor.mlops.svc.cluster.local/v1/models/ranker:predict',
    ],
    [
      { protocolVersion: 'v2' as const, namespace: 'ml' },
      'http://ranker-predictor.ml.svc.cluster.local/v2/models/ranker/infer',
    ],
    [
      { latencyClass: 'llm' as const },
      'http://ranker-predictor.mlops.svc.cluster.local/openai/v1/chat/completions',
    ],
    [
      {
        catalog: {
          inferenceUrl: 'http://127.0.0.1:8083/v1/models/{name}:predict',
        },
      },
      'http://127.0.0.1:8083/v1/models/ranker:predict',
    ],
  ])('with %j is measured at its own address', (options, address) => {
    const { metadata } = made(options)('catalog-info');
    expect(metadata.annotations['dynoscope.dev/inference-url']).toBe(address);
  });

  it('has an entity with its owner, class and place in Kubernetes, which its objects are labelled for', () => {
    const object = made({
      namespace: 'ml',
      latencyClass: 'medium',
      description: 'Orders: "products" # by rank',
      system: 'system:default/search',
      catalog: { lifecycle: 'production', type: 'service' },
    });
    expect(object('catalog-info')).toMatchObject({
      kind: 'Component',
      metadata: {
        name: 'ranker',
        description: 'Orders: "products" # by rank',
        annotations: {
          'dynoscope.dev/latency-class': 'medium',
          'backstage.io/kubernetes-id': 'ranker',
          'backstage.io/kubernetes-namespace': 'ml',
        },
      },
      spec: {
        type: 'service',
        lifecycle: 'production',
        owner: 'group:default/team-search',
        system: 'system:default/search',
      },
    });
    for (const file of [
      'inference-service',
      'horizontal-pod-autoscaler',
      'pod-disruption-budget',
    ]) {
      expect(object(file).metadata.labels).toEqual({
        'backstage.io/kubernetes-id': 'ranker',
      });
    }
  });
});
