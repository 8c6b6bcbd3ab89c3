import { fixYaml, lintYaml, service } from './__testUtils__/lintYaml';

const id = 'netpol-port-mismatch';
const every =
  '{ matchExpressions: [{ key: serving.kserve.io/inferenceservice, operator: Exists }] }';
const policy = (ports: string, selector = every, more = '') =>
  `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: allow }
spec:
  podSelector: ${selector}${more && `\n  ${more}`}
  ingress:
    - from: [{ podSelector: {} }]
      ports: ${ports}
`;
const both = (predictor: string, ...policies: string[]) =>
  [service(predictor), ...policies].join('---\n');
const batcher = 'batcher: { maxBatchSize: 8, maxLatency: 5 }';
const tcp = (port: number | string) => `[{ protocol: TCP, port: ${port} }]`;

describe('rule netpol-port-mismatch', () => {
  it.each([
    [batcher, tcp(8080), true],
    [batcher, tcp(80), true],
    [batcher, tcp(9081), false],
    ['logger: { mode: all }', tcp(8080), true],
    ['model: {}', tcp(8080), false],
    ['model: {}', tcp(80), true],
    ['model: {}', tcp(9081), true],
    ['model: { ports: [{ containerPort: 9000 }] }', tcp(8080), true],
    ['model: { ports: [{ containerPort: 9000 }] }', tcp(9000), false],
    ['containers: [{ ports: [{ containerPort: 5000 }] }]', tcp(8080), true],
    [batcher, '[{ port: 8080, endPort: 9090 }]', false],
    [batcher, '[{ port: 8080, endPort: 9000 }]', true],
    [batcher, '[{ port: 8080 }, { port: http }]', false],
    [batcher, '[{ port: 8080 }, { protocol: TCP }]', false],
    [batcher, '[{ port: 8080 }, { protocol: UDP, port: 9081 }]', true],
    [batcher, '[]', false],
    [batcher, tcp(9090), false],
  ])('of %s behind ports %s says something: %s', (predictor, ports, found) => {
    const { findings } = lintYaml(id, both(predictor, policy(ports)));
    expect(findings).toHaveLength(found ? 1 : 0);
  });

  it('counts what any policy opens', () => {
    const content = both(batcher, policy(tcp(8080)), policy(tcp(9081), '{}'));
    expect(lintYaml(id, content).findings).toEqual([]);
  });

  it('says nothing of what goes out, of denials, or of pods that are not there', () => {
    for (const content of [
      both(batcher, policy(tcp(8080), every, 'policyTypes: [Egress]')),
      both(
        batcher,
        policy(tcp(8080)).replace(/ingress:[^]*$/, 'ingress: []\n'),
      ),
      both(
        batcher,
        policy(tcp(8080), '{ matchLabels: { app: postgres } }'),
      ).replace('8080', '5432'),
      policy(tcp(8080)),
    ]) {
      expect(lintYaml(id, content).findings).toEqual([]);
    }
  });

  it('opens the port in the same rule, and leaves the other open', () => {
    expect(fixYaml(id, both(batcher, policy(tcp(8080))))).toBe(
      both(
        batcher,
        policy(
          '[{ protocol: TCP, port: 8080 }, { protocol: TCP, port: 9081 }]',
        ),
      ),
    );
  });

  it('comes with the wrong selector, so that one round mends both', () => {
    const content = both(
      batcher,
      policy(tcp(8080), '{ matchLabels: { app: inference } }'),
    );
    expect(lintYaml(id, content).findings).toMatchObject([{ fixable: true }]);
  });

  it('names the two ports of Knative, and leaves the choice', () => {
    const knative = (port: number) =>
      both(batcher, policy(tcp(port))).replace('Standard', 'Knative');
    const { findings } = lintYaml(id, knative(8080));
    expect(findings).toMatchObject([{ fixable: false }]);
    expect(findings[0].message).toContain('8012 or 8013');
    expect(lintYaml(id, knative(8012)).findings).toEqual([]);
  });

  it('takes the ports of both modes where the cluster decides', () => {
    const implicit = (port: number) =>
      both(batcher, policy(tcp(port))).replace(/ {2}annotations:.*\n/, '');
    expect(lintYaml(id, implicit(9081)).findings).toEqual([]);
    expect(lintYaml(id, implicit(8080)).findings).toHaveLength(1);
  });
});
