import { selects } from './labelSelector';

const labels = new Map<string, string | undefined>([
  ['app', 'web'],
  ['tier', undefined],
]);
const expression = (key: string, operator: string, ...values: string[]) => ({
  matchExpressions: [{ key, operator, values }],
});

describe('a label selector', () => {
  it.each<[unknown, boolean]>([
    [{}, true],
    [undefined, true],
    [{ matchLabels: { app: 'web' } }, true],
    [{ matchLabels: { app: 'db' } }, false],
    [{ matchLabels: { app: 'web', zone: 'a' } }, false],
    [{ matchLabels: { tier: 'anything' } }, true],
    [expression('app', 'In', 'web', 'db'), true],
    [expression('app', 'In', 'db'), false],
    [expression('zone', 'In', 'a'), false],
    [expression('app', 'NotIn', 'web'), false],
    [expression('app', 'NotIn', 'db'), true],
    [expression('zone', 'NotIn', 'a'), true],
    [expression('tier', 'NotIn', 'a'), true],
    [expression('app', 'Exists'), true],
    [expression('zone', 'Exists'), false],
    [expression('app', 'DoesNotExist'), false],
    [expression('zone', 'DoesNotExist'), true],
    [expression('app', 'Almost', 'web'), false],
    [{ matchLabels: { app: 'web' }, ...expression('zone', 'Exists') }, false],
  ])('%j takes pods with app web and some tier: %s', (selector, taken) => {
    expect(selects(selector, labels)).toBe(taken);
  });
});
