import { lintResultSchema } from '@dynoscope/scorecard';
import { service } from './__testUtils__/lintYaml';
import { lintManifests } from './lintManifests';
import type { Rule } from './rule';

const implicit = service('model: {}').replace(/ {2}annotations.*\n/, '');
const batched = service('batcher: {}');
const hpa =
  'apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nspec: { scaleTargetRef: { kind: InferenceService, name: iris } }\n';

describe('the answer of the linter', () => {
  it('is in the order of the files and lines, counted, and in the shape of the wire', () => {
    const result = lintManifests({
      files: [
        { file: 'b.yaml', content: `${hpa}---\n# nothing\n---\n${implicit}` },
        { file: 'a.yaml', content: batched },
        { file: 'c.yaml', content: '' },
      ],
    });
    expect(lintResultSchema.parse(result)).toEqual(result);
    expect(result.findings.map(({ file, ruleId }) => [file, ruleId])).toEqual([
      ['b.yaml', 'hpa-target-not-scalable'],
      ['b.yaml', 'kserve-deployment-mode-implicit'],
      ['a.yaml', 'batcher-latency-exceeds-target'],
    ]);
    expect(result.summary).toMatchObject({
      files: 3,
      error: 2,
      warning: 1,
      info: 0,
    });
  });

  it('says where, in which object, why, by which section of the guide, and how to mend it', () => {
    const { findings } = lintManifests({
      files: [{ file: 'a.yaml', content: `a: 1\n---\n${implicit}` }],
    });
    expect(findings).toEqual([
      {
        ruleId: 'kserve-deployment-mode-implicit',
        severity: 'warning',
        message: expect.stringContaining('deploymentMode: Standard'),
        file: 'a.yaml',
        line: 6,
        column: 3,
        endLine: 6,
        endColumn: 13,
        object: {
          apiVersion: 'serving.kserve.io/v1beta1',
          kind: 'InferenceService',
          name: 'iris',
        },
        guide: 'Resource Allocation',
        why: expect.any(String),
        fixable: true,
        fix: {
          title: 'Write the deployment mode Standard',
          document: 1,
          patch: [
            {
              op: 'add',
              path: '/metadata/annotations',
              value: { 'serving.kserve.io/deploymentMode': 'Standard' },
            },
          ],
        },
      },
    ]);
  });

  it('offers no fix of what an alias repeats', () => {
    const content = `kind: List\napiVersion: v1\nitems:\n  - &a ${JSON.stringify(
      {
        apiVersion: 'serving.kserve.io/v1beta1',
        kind: 'InferenceService',
        metadata: { name: 'a' },
      },
    )}\n  - *a\n`;
    const { findings } = lintManifests({
      files: [{ file: 'a.yaml', content }],
    });
    expect(findings.map(({ fixable, fix }) => [fixable, fix])).toEqual([
      [false, undefined],
      [false, undefined],
    ]);
  });

  it('takes rules of others as well', () => {
    const rule: Rule = {
      id: 'own-rule',
      severity: 'info',
      title: 'Own',
      why: 'Because.',
      kinds: ['InferenceService'],
      fixable: false,
      doc: 'own.md',
      check: ({ manifests }, { graph }) =>
        manifests.map(manifest => ({
          manifest,
          pointer: '',
          message: `${graph.pods.length} pods`,
        })),
    };
    const { findings } = lintManifests({
      files: [{ file: 'a.yaml', content: batched }],
      rules: [rule],
    });
    expect(findings).toMatchObject([
      { ruleId: 'own-rule', severity: 'info', message: '1 pods', line: 1 },
    ]);
  });
});
