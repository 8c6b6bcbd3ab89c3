import { fixYaml, lintYaml } from './__testUtils__/lintYaml';

const id = 'kserve-deployment-mode-implicit';
const isvc = (metadata: string, predictor = 'model: {}') =>
  `apiVersion: serving.kserve.io/v1beta1
kind: InferenceService
metadata: ${metadata}
spec: { predictor: { ${predictor} } }
`;
const mode = (value: string) =>
  `{ name: iris, annotations: { serving.kserve.io/deploymentMode: ${value} } }`;

describe('rule kserve-deployment-mode-implicit', () => {
  it.each([
    ['0.15', 'RawDeployment'],
    ['v0.15.2', 'RawDeployment'],
    ['0.16', 'Standard'],
    ['0.20.0', 'Standard'],
    [undefined, 'Standard'],
  ])('writes for KServe %s the mode %s', (kserve, expected) => {
    const content = isvc('{ name: iris }');
    expect(lintYaml(id, content, { kserve }).findings).toHaveLength(1);
    expect(fixYaml(id, content, { kserve })).toBe(isvc(mode(expected)));
  });

  it.each([
    ['0.15', 'RawDeployment', true],
    ['0.15', 'Serverless', true],
    ['0.15', 'ModelMesh', true],
    ['0.15', 'Standard', false],
    ['0.15', 'Knative', false],
    ['0.16', 'Standard', true],
    ['0.16', 'Knative', true],
    ['0.16', 'RawDeployment', true],
    [undefined, 'Serverless', true],
    [undefined, 'standard', false],
    [undefined, 'toString', false],
    [undefined, 'true', false],
  ])('KServe %s knows the mode %s: %s', (kserve, value, known) => {
    const { findings } = lintYaml(id, isvc(mode(value)), { kserve });
    expect(findings).toHaveLength(known ? 0 : 1);
  });

  it('turns a mode that is too new into the one that the release knows', () => {
    for (const [written, expected] of [
      ['Standard', 'RawDeployment'],
      ['Knative', 'Serverless'],
    ]) {
      const fixed = fixYaml(id, isvc(mode(written)), { kserve: '0.15' });
      expect(fixed).toBe(isvc(mode(expected)));
    }
  });

  it.each([
    ['{ name: iris }', 'scaleMetric: concurrency'],
    [
      '{ name: iris, annotations: { autoscaling.knative.dev/target: "5" } }',
      'model: {}',
    ],
  ])(
    'writes Knative for a manifest that wants it: %s, %s',
    (metadata, predictor) => {
      expect(fixYaml(id, isvc(metadata, predictor))).toContain(
        'serving.kserve.io/deploymentMode: Knative',
      );
    },
  );

  it('refuses a version that is none, whatever the manifests', () => {
    expect(() => lintYaml(id, '', { kserve: 'latest' })).toThrow(
      '"latest" is not a version: write it like 0.20 or v1.34.4',
    );
  });
});
