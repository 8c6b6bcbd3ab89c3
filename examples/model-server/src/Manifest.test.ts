import { join } from 'node:path';
import { parseManifest, readManifest } from './Manifest';
import { modelFile } from './modelFile';

const examples = join(__dirname, '..', '..');

function manifest(predictor: string): string {
  return `apiVersion: serving.kserve.io/v1beta1
kind: InferenceService
metadata: { name: iris }
spec:
  predictor:
    model: { modelFormat: { name: onnx }, storageUri: s3://models/iris.onnx }
${predictor}`;
}

describe('a manifest', () => {
  it('is what the demo serves', () => {
    expect(
      readManifest(join(examples, 'manifests', 'iris-classifier.yaml')),
    ).toEqual({ name: 'iris', storageUri: 's3://models/iris.onnx' });
    expect(
      readManifest(join(examples, 'manifests', 'sluggish-ranker.yaml')),
    ).toEqual({
      name: 'sluggish-ranker',
      storageUri: 's3://models/iris.onnx',
      batcher: { maxBatchSize: 32, maxLatency: 100 },
    });
  });

  it.each([
    ['', undefined],
    ['    batcher:', undefined],
    ['    batcher: {}', { maxBatchSize: 32, maxLatency: 5000 }],
    ['    batcher: { maxBatchSize: 8 }', { maxBatchSize: 8, maxLatency: 5000 }],
    ['    batcher: { maxLatency: 0 }', { maxBatchSize: 32, maxLatency: 5000 }],
    [
      '    batcher: { maxBatchSize: -1, maxLatency: 5, timeout: 60 }',
      { maxBatchSize: 32, maxLatency: 5 },
    ],
  ])('with "%s" batches as the agent would', (predictor, batcher) => {
    expect(parseManifest(manifest(predictor)).batcher).toEqual(batcher);
  });

  it('may stand among other documents, and annotations that look like a batcher are none', () => {
    const source = `kind: Namespace\n---\n${manifest('').replace(
      '{ name: iris }',
      '{ name: iris, annotations: { serving.kserve.io/batcher: "true" } }',
    )}\n---\n`;
    expect(parseManifest(source)).toEqual({
      name: 'iris',
      storageUri: 's3://models/iris.onnx',
      batcher: undefined,
    });
  });

  it.each([
    ['kind: Deployment', /one document of kind InferenceService, found 0/],
    [`${manifest('')}\n---\n${manifest('')}`, /found 2/],
    ['kind: [', /Flow sequence/],
    [manifest('').replace('v1beta1', 'v1alpha1'), /^apiVersion: .*v1beta1/],
    [
      manifest('').replace('name: iris }', 'name: Iris }'),
      /^metadata\.name: expected lower-case/,
    ],
    [
      manifest('').replace('onnx }', 'sklearn }'),
      /^spec\.predictor\.model\.modelFormat\.name: .*onnx/,
    ],
    [
      manifest('').replace('storageUri', 'storage'),
      /^spec\.predictor\.model\.storageUri: Required/,
    ],
    [
      manifest('    batcher: { maxLatency: 100ms }'),
      /^spec\.predictor\.batcher\.maxLatency: expected a whole number/,
    ],
    [
      manifest('    batcher: { maxBatchSize: 1.5 }'),
      /^spec\.predictor\.batcher\.maxBatchSize: expected a whole number/,
    ],
    [
      manifest('    batcher: { maxlatency: 100 }'),
      /^spec\.predictor\.batcher: .*'maxlatency'/,
    ],
  ])('that is wrong is refused with the field (%#)', (source, message) => {
    expect(() => parseManifest(source)).toThrow(message);
  });

  it('that is not there is refused with its path', () => {
    expect(() => readManifest('/nowhere/isvc.yaml')).toThrow(
      /^\/nowhere\/isvc\.yaml: cannot be read/,
    );
  });
});

describe('a storage URI', () => {
  it.each([
    ['s3://models/iris.onnx', '/root/iris.onnx'],
    ['gs://bucket/a/b.onnx', '/root/a/b.onnx'],
    ['pvc://claim/iris.onnx', '/root/iris.onnx'],
  ])('%s leads to %s', (uri, file) => {
    expect(modelFile(uri, '/root')).toBe(join(file));
  });

  it.each([
    's3://models',
    's3://models/',
    's3://models/../secret',
    's3://models/a/../../secret',
    's3://models//etc/passwd',
    'file:///etc/passwd',
    '/etc/passwd',
    '',
  ])('%s is refused', uri => {
    expect(() => modelFile(uri, '/root')).toThrow(/storageUri: expected s3:/);
  });
});
