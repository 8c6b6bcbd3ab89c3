import { lintManifests } from '../rules/lintManifests';
import { applyFixes } from './applyFixes';

jest.setTimeout(60_000); // machines that test are often busy

const bomb = [
  'a: &a [x, x, x, x, x, x, x, x, x, x]',
  ...'bcdefghi'
    .split('')
    .map(
      (name, index) =>
        `${name}: &${name} [${`*${'abcdefgh'[index]},`.repeat(9)}]`,
    ),
].join('\n');

const lint = (content: string, file = 'hostile.yaml') =>
  lintManifests({ files: [{ file, content }] });

describe('a hostile file', () => {
  it.each<[string, string, RegExp]>([
    ['aliases that multiply', bomb, /^Its aliases repeat too much/],
    [
      'many aliases',
      `a: &a 1\nb: [${'*a,'.repeat(101)}]`,
      /^Too many aliases: at most 100/,
    ],
    [
      'deep lists',
      `${'['.repeat(300)}${']'.repeat(300)}`,
      /^Nested too deeply: at most 100/,
    ],
    ['lists without end', '['.repeat(200_000), /^Nested too deeply/],
    ['deep dashes', '- '.repeat(100_000), /^Nested too deeply/],
    ['deep questions', '? '.repeat(100_000), /^Nested too deeply/],
    [
      'too much text',
      'x'.repeat(1_000_001),
      /^The file has 1000001 characters, at most 1000000/,
    ],
    [
      'too many documents',
      '---\na: 1\n'.repeat(600),
      /more than 500 documents/,
    ],
    [
      'too many objects',
      `kind: List\napiVersion: v1\nitems:\n${'- {apiVersion: v1, kind: A}\n'.repeat(
        2_001,
      )}`,
      /more than 2000 objects/,
    ],
    ['equal keys', 'kind: A\nkind: B', /^The key "kind" is there twice/],
    ['brackets', '}'.repeat(100_000), /^Not valid YAML/],
    ['quotes', '"'.repeat(100_000), /^Not valid YAML/],
  ])('with %s is a finding with its place', (_, content, message) => {
    const { findings, summary } = lint(content);
    expect(findings).toMatchObject([
      { ruleId: 'yaml-invalid', severity: 'error', fixable: false },
    ]);
    expect(findings[0].message).toMatch(message);
    expect(findings[0].message.length).toBeLessThan(300);
    expect(findings[0].line).toBeGreaterThan(0);
    expect(summary.error).toBe(1);
  });

  it('does not keep the others from being checked', () => {
    const content =
      'apiVersion: serving.kserve.io/v1beta1\nkind: InferenceService\nmetadata: { name: a }\n';
    const { findings } = lintManifests({
      files: [
        { file: 'broken.yaml', content: '{' },
        { file: 'sound.yaml', content },
      ],
    });
    expect(findings.map(({ ruleId, file }) => [ruleId, file])).toEqual([
      ['yaml-invalid', 'broken.yaml'],
      ['kserve-deployment-mode-implicit', 'sound.yaml'],
    ]);
  });

  it('with names that are long, or carry markup and control characters, makes short plain messages', () => {
    for (const name of [
      'x'.repeat(900_000),
      '<script>\u001b[31m\u202e\n# pwn',
      '',
    ]) {
      const content = JSON.stringify({
        apiVersion: 'autoscaling/v2',
        kind: 'HorizontalPodAutoscaler',
        metadata: { name, namespace: name },
        spec: { scaleTargetRef: { kind: 'InferenceService', name } },
      });
      const { findings } = lint(content);
      expect(findings).toMatchObject([{ fixable: false }]);
      const shown = JSON.stringify(findings);
      expect(shown.length).toBeLessThan(2_000);
      // eslint-disable-next-line no-control-regex
      expect(shown).not.toMatch(/\\u001b|\\u202e|\\n|[\u0000-\u001f\u202e]/);
    }
  });

  it('with names of JavaScript itself changes no prototype and finds nothing', () => {
    const content = `apiVersion: serving.kserve.io/v1
kind: constructor
metadata: { __proto__: { polluted: true }, name: __proto__, annotations: { constructor: x } }
spec: { __proto__: { predictor: { batcher: {} } } }
`;
    expect(lint(content).findings).toEqual([]);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it('of other shapes than expected is no reason to fail', () => {
    const values = ['null', '[]', '{}', '""', '1', 'true', '[null]', '[[1]]'];
    for (const kind of [
      'InferenceService',
      'NetworkPolicy',
      'HorizontalPodAutoscaler',
      'Deployment',
    ]) {
      for (const value of values) {
        for (const rest of [
          `metadata: ${value}\nspec: ${value}`,
          `spec: { predictor: ${value}, podSelector: ${value}, ingress: ${value}, scaleTargetRef: ${value}, template: ${value} }`,
          `spec: { predictor: { batcher: ${value}, model: ${value}, containers: ${value} }, podSelector: { matchLabels: ${value}, matchExpressions: ${value} }, ingress: [{ ports: ${value} }] }`,
          `metadata: { name: ${value}, annotations: ${value}, labels: ${value} }`,
        ]) {
          for (const group of [
            'serving.kserve.io/v1beta1',
            'networking.k8s.io/v1',
          ]) {
            const files = [
              {
                file: 'a.yaml',
                content: `apiVersion: ${group}\nkind: ${kind}\n${rest}\n`,
              },
            ];
            const { findings } = lintManifests({ files });
            const once = applyFixes(files, findings);
            expect(applyFixes(once, findings)).toEqual(once);
          }
        }
      }
    }
  });

  it('of many objects that all need a fix is mended in one go', () => {
    const items = Array.from({ length: 1_000 }, (_, index) => ({
      apiVersion: 'autoscaling/v2',
      kind: 'HorizontalPodAutoscaler',
      metadata: { name: `a${index}` },
      spec: { scaleTargetRef: { kind: 'InferenceService', name: `s${index}` } },
    }));
    const files = [
      {
        file: 'many.json',
        content: JSON.stringify({ apiVersion: 'v1', kind: 'List', items }),
      },
    ];
    const { findings } = lintManifests({ files });
    expect(findings).toHaveLength(1_000);
    const [{ content }] = applyFixes(files, findings);
    expect(JSON.parse(content).items[999].spec.scaleTargetRef).toEqual({
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      name: 's999-predictor',
    });
  });
});
