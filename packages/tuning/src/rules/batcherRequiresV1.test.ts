import { lintYaml, service } from './__testUtils__/lintYaml';

const id = 'batcher-requires-v1';
const predictor = (model: string, batcher = '{ maxBatchSize: 8 }') =>
  service(`batcher: ${batcher}\n    ${model}`);

describe('rule batcher-requires-v1', () => {
  it.each([
    'model: { modelFormat: { name: sklearn }, protocolVersion: v2 }',
    'model: { modelFormat: { name: sklearn }, protocolVersion: grpc-v2 }',
    'model: { modelFormat: { name: sklearn }, protocolVersion: grpc-v1 }',
    'sklearn: { protocolVersion: v2 }',
    'model: { modelFormat: { name: triton } }',
    'triton: { storageUri: s3://a }',
  ])('reports a batcher before %s', model => {
    expect(lintYaml(id, predictor(model)).findings).toMatchObject([
      { line: 8, column: 5, fixable: false },
    ]);
  });

  it.each([
    ['model: { protocolVersion: v1 }', '{ maxBatchSize: 8 }'],
    ['model: { modelFormat: { name: sklearn } }', '{ maxBatchSize: 8 }'],
    ['containers: [{ name: kserve-container, image: own }]', '{}'],
    ['model: { protocolVersion: v2 }', 'null'],
    ['model: { protocolVersion: 2 }', '{}'],
  ])('is silent about %s with batcher %s', (model, batcher) => {
    expect(lintYaml(id, predictor(model, batcher)).findings).toEqual([]);
  });
});
