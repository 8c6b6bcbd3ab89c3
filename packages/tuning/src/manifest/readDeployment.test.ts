import { deploymentSchema } from '@dynoscope/scorecard';
import { readDeployment } from './readDeployment';

const read = (
  content: string,
  options: { name?: string; namespace?: string } = {},
) =>
  readDeployment({
    content,
    file: 'service.yaml',
    source: { kind: 'file', reference: 'service.yaml' },
    digest: 'abc',
    ...options,
  });
const isvc = (predictor: string, metadata = 'name: iris') =>
  `apiVersion: serving.kserve.io/v1beta1
kind: InferenceService
metadata: { ${metadata} }
spec: { predictor: { ${predictor} } }
`;
const origin = {
  source: { kind: 'file', reference: 'service.yaml' },
  digest: 'abc',
};

describe('the deployment of a manifest', () => {
  it('says what stands there', () => {
    const deployment = read(
      isvc(
        'minReplicas: 2, maxReplicas: 10, containerConcurrency: 4, batcher: { maxBatchSize: 8, maxLatency: 5 }, model: { modelFormat: { name: onnx }, protocolVersion: v1, resources: { requests: { cpu: 500m, memory: 1Gi }, limits: { cpu: 2, nvidia.com/gpu: "1" } } }',
        'name: iris, namespace: ml, annotations: { serving.kserve.io/deploymentMode: Standard, serving.kserve.io/autoscalerClass: hpa }',
      ),
    );
    expect(deployment).toEqual({
      ...origin,
      kind: 'InferenceService',
      name: 'iris',
      namespace: 'ml',
      deploymentMode: 'Standard',
      autoscalerClass: 'hpa',
      protocolVersion: 'v1',
      modelFormat: 'onnx',
      minReplicas: 2,
      maxReplicas: 10,
      containerConcurrency: 4,
      batcher: { maxBatchSize: 8, maxLatency: 5 },
      resources: {
        requests: { cpu: '500m', memory: '1Gi' },
        limits: { cpu: '2', 'nvidia.com/gpu': '1' },
      },
    });
    expect(deploymentSchema.parse(deployment)).toEqual(deployment);
  });

  it.each([
    ['{}', 32, 5_000, ['maxBatchSize', 'maxLatency']],
    ['{ maxBatchSize: 8 }', 8, 5_000, ['maxLatency']],
    ['{ maxLatency: 0 }', 32, 5_000, ['maxBatchSize', 'maxLatency']],
    ['{ maxBatchSize: -1, maxLatency: 5 }', 32, 5, ['maxBatchSize']],
    ['{ maxBatchSize: 1, maxLatency: null }', 1, 5_000, ['maxLatency']],
  ])(
    'of batcher %s knows what the agent makes of it',
    (text, maxBatchSize, maxLatency, defaulted) => {
      expect(read(isvc(`batcher: ${text}`)).batcher).toEqual({
        maxBatchSize,
        maxLatency,
        defaulted,
      });
    },
  );

  it('leaves out what the manifest leaves out', () => {
    expect(read(isvc('batcher: null'))).toEqual({
      ...origin,
      kind: 'InferenceService',
      name: 'iris',
    });
  });

  it('reads a container of its own, and the older form of a model', () => {
    const own =
      'containers: [{ name: proxy }, { name: kserve-container, resources: { limits: { cpu: 1 } } }]';
    expect(read(isvc(own)).resources).toEqual({ limits: { cpu: '1' } });
    expect(
      read(
        isvc(
          'sklearn: { protocolVersion: v2, resources: { requests: { cpu: 1 } } }',
        ),
      ),
    ).toMatchObject({
      modelFormat: 'sklearn',
      protocolVersion: 'v2',
      resources: { requests: { cpu: '1' } },
    });
  });

  it('is that of the service which is named', () => {
    const both = `${isvc('minReplicas: 1')}---\n${isvc(
      'minReplicas: 2',
      'name: other, namespace: ml',
    )}`;
    expect(read(both, { name: 'other', namespace: 'ml' }).minReplicas).toBe(2);
    expect(read(both, { name: 'iris', namespace: 'ml' }).namespace).toBe('ml');
    expect(() => read(both)).toThrow(
      'say which one by its name, of "iris", "other"',
    );
    expect(() => read(both, { name: 'other', namespace: 'x' })).toThrow(
      'service.yaml holds no InferenceService "other"',
    );
  });

  it.each([
    ['', 'service.yaml holds no InferenceService'],
    [
      isvc('x: 1', 'labels: {}'),
      'an InferenceService of serving.kserve.io with a name is needed',
    ],
    [
      isvc('x: 1').replace('serving.kserve.io', 'example.com'),
      'an InferenceService of serving.kserve.io with a name is needed',
    ],
    [
      isvc('x: 1').replace(/predictor.*/, 'other: 1 }'),
      'spec.predictor is missing',
    ],
    [
      isvc('minReplicas: two'),
      'spec.predictor.minReplicas must be a whole number',
    ],
    [
      isvc('batcher: { maxLatency: 100ms }'),
      'batcher.maxLatency must be a whole number',
    ],
    [
      isvc('batcher: { maxBatchSize: 1.5 }'),
      'batcher.maxBatchSize must be a whole number',
    ],
    [
      isvc(
        'x: 1',
        'name: iris, annotations: { serving.kserve.io/deploymentMode: [] }',
      ),
      'must be a text of at most 253 characters',
    ],
    [
      isvc('x: 1', `name: ${'x'.repeat(300)}`),
      'metadata.name must be a text of at most 253 characters',
    ],
    ['a: [', 'Not valid YAML'],
  ])('of %j is refused: %s', (content, message) => {
    expect(() => read(content)).toThrow(message);
  });
});
