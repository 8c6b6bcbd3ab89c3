import { guide } from '@dynoscope/scorecard';
import { parse } from 'yaml';
import type { InferenceServiceOptions } from './inferenceService/options';
import { inferenceServiceGenerator } from './inferenceServiceGenerator';

const { generate } = inferenceServiceGenerator;
const whole = {
  name: 'ranker',
  owner: 'group:default/team-search',
  storageUri: 's3://models/ranker',
};
const made = (options: Partial<InferenceServiceOptions> = {}) => {
  const generated = generate({ ...whole, ...options });
  const object = (file: string) => {
    const found = generated.files.find(
      ({ path }) => path === `ranker/${file}.yaml`,
    );
    return found && parse(found.content);
  };
  return { ...generated, object };
};
const predictor = (options?: Partial<InferenceServiceOptions>) =>
  made(options).object('inference-service').spec.predictor;

describe('the inference service made of a name alone', () => {
  const { files, values, inputs, warnings, placeholders } = generate({
    name: 'ranker',
  });

  it('is the files of a small service that its own autoscaler scales', () => {
    expect(files.map(({ path }) => path)).toEqual([
      'ranker/inference-service.yaml',
      'ranker/horizontal-pod-autoscaler.yaml',
      'ranker/pod-disruption-budget.yaml',
      'ranker/catalog-info.yaml',
    ]);
    expect(files.map(({ content }) => content).join('---\n')).toMatchSnapshot();
  });

  it('takes the values of the guide, and says where the arithmetic lacks a number', () => {
    const [minReplicas] = values;
    expect(minReplicas).toMatchObject({
      path: '/spec/predictor/minReplicas',
      value: guide.autoscaling.minReplicas,
      source: 'guide',
      arithmetic:
        'not computed: ceil(? × ? ÷ (1 × 0.7)) needs usualRate and serviceMs',
    });
    for (const name of ['serviceMs', 'usualRate', 'peakRate']) {
      const input = inputs.find(each => each.name === name);
      expect(input).toMatchObject({ source: 'not measured' });
      expect(input).not.toHaveProperty('value');
    }
  });

  it('lists what must be filled in before it can work', () => {
    expect(placeholders).toHaveLength(1);
    expect(placeholders[0]).toMatch(/^storageUri: is missing/);
    expect(warnings).toEqual([
      ...placeholders,
      expect.stringMatching(/^owner: is missing/),
    ]);
  });
});

describe('an inference service', () => {
  it('follows the guide when a number of it changes', () => {
    jest.replaceProperty(guide.autoscaling, 'minReplicas', 3);
    jest.replaceProperty(guide.autoscaling, 'cpuUtilization', 60);
    jest.replaceProperty(guide.inferenceResources.limits, 'memory', '8Gi');
    jest.replaceProperty(guide.batching, 'waitMs', 3);
    const changed = made({ batcher: { enabled: true } });
    const service = changed.object('inference-service').spec.predictor;
    jest.restoreAllMocks();
    expect(service.minReplicas).toBe(3);
    expect(service.model.resources.limits.memory).toBe('8Gi');
    expect(service.batcher.maxLatency).toBe(3);
    const autoscaler = changed.object('horizontal-pod-autoscaler').spec;
    expect(autoscaler.minReplicas).toBe(3);
    expect(
      autoscaler.metrics[0].containerResource.target.averageUtilization,
    ).toBe(60);
    expect(predictor().minReplicas).toBe(2);
  });

  it.each([
    ['small', 'cpu', 'sklearn', 'v1'],
    ['medium', 'cpu', 'sklearn', 'v1'],
    ['large', 'gpu', 'sklearn', 'v1'],
    ['llm', 'gpu', 'huggingface', 'v2'],
  ] as const)(
    'of class %s runs on a %s, as %s over %s, unless asked otherwise',
    (latencyClass, profile, format, protocol) => {
      const { model, tolerations } = predictor({ latencyClass });
      expect(tolerations !== undefined).toBe(profile === 'gpu');
      expect(model.modelFormat.name).toBe(format);
      expect(model.protocolVersion).toBe(protocol);
    },
  );

  it.each([
    ['small', undefined, 5],
    ['medium', undefined, 10],
    ['large', undefined, 20],
    ['small', 0.4, 1],
    ['small', 5, 5],
    ['small', 40, 5],
    ['large', 150, 30],
    ['large', 170, 10],
  ] as const)(
    'of class %s with a service time of %s ms waits no longer than that, and than the P50 target leaves: %s ms',
    (latencyClass, serviceMs, wait) => {
      const options = { latencyClass, serviceMs, batcher: { enabled: true } };
      expect(predictor(options).batcher.maxLatency).toBe(wait);
    },
  );

  it.each([
    [{}, 5],
    [{ users: 200 }, guide.batching.size],
    [{ users: 6 }, 3],
    [{ serviceMs: 5, usualRate: 600, slots: 4 }, 3],
  ])(
    'with %j collects no more requests than a replica has at a time: %s',
    (options, size) => {
      const { batcher } = predictor({ ...options, batcher: { enabled: true } });
      expect(batcher.maxBatchSize).toBe(size);
    },
  );

  it('keeps a batcher that was asked for, and warns where it misses the target', () => {
    const { warnings, values } = made({
      batcher: { enabled: true, maxBatchSize: 32, maxLatency: 100 },
      latencyClass: 'small',
    });
    expect(warnings.join()).toContain(
      'batcher.maxLatency: a request that waits its whole time takes 100 ms, and the P50 target is below 50 ms',
    );
    expect(values).toContainEqual(
      expect.objectContaining({ value: 100, unit: 'ms', source: 'yours' }),
    );
  });

  it.each([
    [
      {},
      'sum(rate(request_predict_seconds_count{namespace="mlops",pod=~"ranker-predictor-.*"}[30s]))',
    ],
    [
      { latencyClass: 'llm' as const, serviceMs: 500 },
      'sum(rate(vllm:e2e_request_latency_seconds_count{namespace="mlops",pod=~"ranker-predictor-.*"}[30s]))',
    ],
    [
      { batcher: { enabled: true } },
      'sum(rate(istio_requests_total{reporter="destination",destination_workload="ranker-predictor",destination_workload_namespace="mlops"}[30s]))',
    ],
    [
      { runtime: 'mine' },
      'sum(rate(istio_requests_total{reporter="destination",destination_workload="ranker-predictor",destination_workload_namespace="mlops"}[30s]))',
    ],
  ])(
    'with %j counts requests, not batches, in one series',
    (options, query) => {
      const { metrics } = predictor({
        ...options,
        autoscaling: { form: 'keda' },
      }).autoScaling;
      expect(metrics[1].external.metric.query).toBe(query);
    },
  );

  it('of a language model is not scaled by the guide’s rate, which is none for it', () => {
    const { object, warnings } = made({
      latencyClass: 'llm',
      autoscaling: { form: 'keda' },
    });
    const { autoScaling } = object('inference-service').spec.predictor;
    expect(autoScaling.metrics).toHaveLength(1);
    expect(warnings.join()).toContain(
      'autoscaling.requestsPerSecond: not computed',
    );
  });

  it('has no disruption budget with one replica, unless that is asked for, which is refused', () => {
    const autoscaling = { minReplicas: 1 };
    expect(
      made({ autoscaling }).object('pod-disruption-budget'),
    ).toBeUndefined();
    expect(() => made({ autoscaling, disruptionBudget: true })).toThrow(
      /^disruptionBudget: must be false with one replica/,
    );
  });
});
