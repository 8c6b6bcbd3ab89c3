import { fixYaml, lintYaml, service } from './__testUtils__/lintYaml';

const id = 'netpol-selects-nothing';
const policy = (
  selector: string,
  port: number | string = 8080,
  namespace = '',
) =>
  `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: allow${namespace && `, namespace: ${namespace}`} }
spec:
  podSelector: ${selector}
  ingress: [{ ports: [{ port: ${port} }] }]
`;
const labels = (text: string) => `{ matchLabels: { ${text} } }`;
const iris = service('model: {}');
const web = `apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec: { template: { metadata: { labels: { app: inference } } } }
`;

describe('rule netpol-selects-nothing', () => {
  it.each([
    ['app: inference', true],
    ['app: my-predictor', true],
    ['app: web', false],
    ['app: postgres', false],
    ['app: modelling', false],
    ['app: isvc.iris-predictor', false],
    ['team: inference', false],
    ['serving.kserve.io/inferenceservice: iris', false],
  ])(
    'of a policy alone with the labels %s says something: %s',
    (text, found) => {
      expect(lintYaml(id, policy(labels(text))).findings).toHaveLength(
        found ? 1 : 0,
      );
    },
  );

  it.each([
    ['app: iris', 8080, true],
    ['app: iris-predictor', 80, true],
    ['app: whatever', 8080, false],
    ['app: fraud-model', 8080, true],
    ['app: whatever', 9081, true],
    ['app: postgres', 5432, false],
    ['app: isvc.iris-predictor', 8080, false],
    ['app: isvc.irsi-predictor', 8080, true],
    ['component: predictor', 8080, false],
    ['serving.kserve.io/inferenceservice: iris', 8080, false],
    ['serving.kserve.io/inferenceservice: irsi', 8080, true],
  ])(
    'beside the service iris, with %s and port %i, says something: %s',
    (text, port, found) => {
      const content = `${iris}---\n${policy(labels(text), port)}`;
      expect(lintYaml(id, content).findings).toHaveLength(found ? 1 : 0);
    },
  );

  it('is silent where it selects everything, or pods of something else', () => {
    expect(lintYaml(id, `${iris}---\n${policy('{}')}`).findings).toEqual([]);
    const content = `${iris}---\n${web}---\n${policy(
      labels('app: inference'),
    )}`;
    expect(lintYaml(id, content).findings).toEqual([]);
  });

  it('looks only at services of its own namespace', () => {
    const elsewhere = iris.replace('name: iris', 'name: iris\n  namespace: a');
    const at = (namespace: string) =>
      `${elsewhere}---\n${policy(labels('app: whatever'), 9081, namespace)}`;
    expect(lintYaml(id, at('a')).findings).toHaveLength(1);
    expect(lintYaml(id, at('')).findings).toHaveLength(1);
    expect(lintYaml(id, at('b')).findings).toEqual([]);
  });

  it.each([
    [
      labels('app: inference'),
      '{ matchExpressions: [{ key: serving.kserve.io/inferenceservice, operator: Exists }] }',
    ],
    [
      '{ matchExpressions: [{ key: app, operator: In, values: [inference] }] }',
      '{ matchExpressions: [{ key: serving.kserve.io/inferenceservice, operator: Exists }] }',
    ],
    [labels('app: iris'), labels('serving.kserve.io/inferenceservice: iris')],
    [
      labels('component: predictor, app: iris'),
      labels('component: predictor, serving.kserve.io/inferenceservice: iris'),
    ],
  ])('of %s the fix makes %s', (before, after) => {
    const all = (selector: string) => `${iris}---\n${policy(selector)}`;
    expect(fixYaml(id, all(before))).toBe(all(after));
  });

  it('offers no fix that would select nothing again', () => {
    const content = `${iris}---\n${policy(labels('app: iris, tier: gold'))}`;
    expect(lintYaml(id, content).findings).toMatchObject([{ fixable: false }]);
  });
});
