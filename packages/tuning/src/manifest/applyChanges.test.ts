import { applyChanges } from './applyChanges';

const content = `# One file, two services.
apiVersion: serving.kserve.io/v1beta1
kind: InferenceService
metadata: {name: one}
spec:
  predictor:
    # Two at least.
    minReplicas: 2
    batcher:
      maxBatchSize: 32   # instances
      maxLatency: 100    # ms
---
apiVersion: v1
kind: List
items:
  - apiVersion: serving.kserve.io/v1beta1
    kind: InferenceService
    metadata:
      name: two
`;
const wait = '/spec/predictor/batcher/maxLatency';
const size = '/spec/predictor/batcher/maxBatchSize';

describe('changes', () => {
  it('change the values of one service and no other character', () => {
    const changes = [
      { path: wait, value: 5 },
      { path: size, value: 8 },
    ];
    const after = applyChanges({ content, name: 'one', changes });
    expect(after).toBe(content.replace('100 ', '5 ').replace('32', '8'));
    expect(applyChanges({ content: after, name: 'one', changes })).toBe(after);
  });

  it('make what a new field stands in, inside a List too', () => {
    const changes = [
      { path: size, value: 8 },
      { path: wait, value: 5 },
    ];
    expect(applyChanges({ content, name: 'two', changes })).toBe(
      `${content}    spec:
      predictor:
        batcher:
          maxBatchSize: 8
          maxLatency: 5
`,
    );
  });

  it('take out what has no value, and keep the comments', () => {
    const after = applyChanges({
      content,
      name: 'one',
      changes: [{ path: '/spec/predictor/batcher' }, { path: '/spec/absent' }],
    });
    expect(after).toBe(
      content.replace(
        / {4}batcher:[^]*?\n---/,
        '    # instances\n    # ms\n---',
      ),
    );
  });

  it.each([
    [
      { name: 'three' },
      'manifest.yaml holds no InferenceService "three"; there is "one", "two"',
    ],
    [
      {},
      'manifest.yaml holds 2 objects of kind InferenceService: say which one by its name, of "one", "two"',
    ],
    [{ kind: 'Deployment' }, 'manifest.yaml holds no Deployment'],
  ])('of %j are refused: %s', (which, message) => {
    expect(() =>
      applyChanges({ content, changes: [{ path: wait, value: 1 }], ...which }),
    ).toThrow(message);
  });

  it('are refused in broken YAML, and when there are too many', () => {
    const change = { path: wait, value: 1 };
    expect(() => applyChanges({ content: '{', changes: [change] })).toThrow(
      'Not valid YAML',
    );
    expect(() =>
      applyChanges({ content, name: 'one', changes: Array(51).fill(change) }),
    ).toThrow('At most 50 changes are made at once');
  });
});
