import type { Change, Deployment } from '@dynoscope/scorecard';
import { showsChanges } from './showsChanges';

const deployment: Deployment = {
  kind: 'InferenceService',
  name: 'iris',
  source: { kind: 'file', reference: 'iris.yaml' },
  digest: '',
  minReplicas: 2,
  batcher: { maxBatchSize: 8, maxLatency: 5 },
  resources: { limits: { cpu: '2' } },
};
const predictor = '/spec/predictor';
const change = (path: string, value?: Change['value']): Change => ({
  path: `${predictor}${path}`,
  label: '',
  value,
});

describe('whether a manifest shows the values of a change', () => {
  it.each<[string, Change[], boolean | undefined]>([
    [
      'all of them',
      [change('/minReplicas', 2), change('/batcher/maxLatency', 5)],
      true,
    ],
    [
      'one of two',
      [change('/minReplicas', 2), change('/batcher/maxLatency', 7)],
      false,
    ],
    ['text for a number', [change('/batcher/maxBatchSize', '8')], true],
    ['a limit', [change('/model/resources/limits/cpu', 2)], true],
    [
      'a limit of a container',
      [change('/containers/0/resources/limits/cpu', '3')],
      false,
    ],
    ['a field that it leaves out', [change('/maxReplicas', 4)], false],
    ['what was taken out and is', [change('/containerConcurrency')], true],
    ['what was taken out and is not', [change('/batcher')], false],
    ['what nobody can see', [change('/tolerations', 'x')], undefined],
    [
      'what can be seen of what cannot',
      [change('/tolerations', 'x'), change('/minReplicas', 2)],
      true,
    ],
    ['nothing', [], undefined],
  ])('%s', (_, changes, shown) => {
    expect(showsChanges(deployment, changes)).toBe(shown);
  });
});
