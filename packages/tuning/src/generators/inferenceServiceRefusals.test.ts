import { refusalOf } from '../__testUtils__/refusalOf';

const withName = (options: object) => ({ name: 'ranker', ...options });

const refusals = (
  [
    [
      'batcher.enabled: must be false with protocolVersion v2',
      { batcher: { enabled: true }, protocolVersion: 'v2' },
    ],
    [
      'batcher.enabled: must be false with latencyClass llm',
      { batcher: { enabled: true }, latencyClass: 'llm' },
    ],
    [
      'batcher.enabled: must be false: of the P50 target of 50 ms × 0.9 the model takes 45 ms itself',
      { batcher: { enabled: true }, serviceMs: 45 },
    ],
    [
      'batcher.enabled: must be false: 10 users ÷ 6 replicas are fewer than 2',
      { batcher: { enabled: true }, autoscaling: { minReplicas: 6 } },
    ],
    [
      'batcher.maxLatency: is allowed with batcher.enabled true only',
      { batcher: { maxLatency: 5 } },
    ],
    [
      'batcher.maxLatency: must be at least 1',
      { batcher: { enabled: true, maxLatency: 0 } },
    ],
    [
      'gpu: is allowed with profile gpu only',
      { profile: 'cpu', gpu: { count: 1 } },
    ],
    ['gpu.count: must be at least 1', { profile: 'gpu', gpu: { count: 0 } }],
    [
      'autoscaling.minReplicas: must be at most autoscaling.maxReplicas, which is 3',
      { autoscaling: { minReplicas: 4, maxReplicas: 3 } },
    ],
    [
      'autoscaling.minReplicas: must be at least 1',
      { autoscaling: { minReplicas: 0 } },
    ],
    [
      'autoscaling.maxReplicas: is not allowed with autoscaling.form none',
      { autoscaling: { form: 'none', maxReplicas: 3 } },
    ],
    [
      'autoscaling.requestsPerSecond: is allowed with autoscaling.form keda only',
      { autoscaling: { form: 'hpa', requestsPerSecond: 100 } },
    ],
    [
      'autoscaling.requestMetric: must be istio with a batcher',
      {
        autoscaling: { form: 'keda', requestMetric: 'model-server' },
        batcher: { enabled: true },
      },
    ],
    [
      'autoscaling.form: must be one of keda, external, hpa, none',
      { autoscaling: { form: 'knative' } },
    ],
    [
      'resources.requests.memory: must be at most resources.limits.memory, which is 4Gi',
      { resources: { requests: { memory: '5Gi' } } },
    ],
    [
      'resources.requests.cpu: must be at most resources.limits.cpu, which is 250m',
      { resources: { limits: { cpu: '250m' } } },
    ],
    [
      'resources.limits.cpu: must be an amount of CPU',
      { resources: { limits: { cpu: '-1' } } },
    ],
    [
      'peakRate: needs 14286 replicas at this service time; at most 1000',
      { peakRate: 1e5, serviceMs: 100 },
    ],
    [
      'networkPolicy.fromNamespaces: must be at least 1 entries long',
      { networkPolicy: { fromNamespaces: [] } },
    ],
    ['versions.kserve: must be at least 0.15', {}, { kserve: '0.14.1' }],
    ['versions.kserve: must be a release', {}, { kserve: '0.20; rm' }],
    [
      'versions.kserve: must be at least 0.15.2 with autoscaling.form none',
      { autoscaling: { form: 'none' } },
      { kserve: '0.15.1' },
    ],
    [
      'versions.kubernetes: must be at least 1.30 with autoscaling.form external',
      {},
      { kubernetes: '1.29' },
    ],
    ['versions.istio: is no option here', {}, { istio: '1' }],
    ['autoscale: is no option here', { autoscale: {} }],
    ['batcher.timeout: is no option here', { batcher: { timeout: 1 } }],
  ] as [string, object, object?][]
).map(([message, options, versions]) => ({ message, options, versions }));

describe('the generator of inference services', () => {
  it.each(refusals)('refuses: $message', ({ message, options, versions }) => {
    expect(refusalOf(withName(options), versions)).toContain(message);
  });

  it('takes the oldest releases that can do what is asked for', () => {
    expect(
      refusalOf(withName({ autoscaling: { form: 'none' } }), {
        kserve: '0.15',
      }),
    ).toBe('taken');
    expect(
      refusalOf(withName({ autoscaling: { form: 'hpa' } }), {
        kserve: 'v0.15.0',
        kubernetes: '1.29',
      }),
    ).toBe('taken');
  });

  it('names every wrong option at once', () => {
    const message = refusalOf({ namespace: 'A', gpu: { count: 17 } });
    expect(message).toMatch(
      /^name: is missing; namespace: must be small letters.*; gpu.count: must be at most 16$/,
    );
  });
});
