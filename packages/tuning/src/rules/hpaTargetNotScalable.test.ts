import { fixYaml, lintYaml, service } from './__testUtils__/lintYaml';

const id = 'hpa-target-not-scalable';
const autoscaler = (
  reference: string,
  metadata = '',
) => `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: inference-hpa${metadata} }
spec:
  scaleTargetRef: ${reference} # what to scale
  maxReplicas: 10
`;
const isvc =
  '{ apiVersion: serving.kserve.io/v1beta1, kind: InferenceService, name: iris }';

describe('rule hpa-target-not-scalable', () => {
  it.each([
    [isvc, true],
    ['{ kind: InferenceService, name: iris }', true],
    ['{ kind: InferenceService, name: "iris\\n  evil: true" }', false],
    [`{ kind: InferenceService, name: ${'x'.repeat(300)} }`, false],
    ['{ kind: InferenceService }', false],
    [
      '{ apiVersion: serving.kserve.io/v1alpha1, kind: LLMInferenceService, name: chat }',
      false,
    ],
    ['{ apiVersion: apps/v1, kind: DaemonSet, name: node }', false],
    ['{ apiVersion: batch/v1, kind: Job, name: once }', false],
  ])('reports a target %s', (reference, fixable) => {
    const { findings } = lintYaml(id, autoscaler(reference));
    expect(findings).toMatchObject([{ fixable, line: 5 }]);
    expect(findings[0].message.length).toBeLessThan(500);
    // eslint-disable-next-line no-control-regex
    expect(findings[0].message).not.toMatch(/[\u0000-\u001f]/);
  });

  it.each([
    '{ apiVersion: apps/v1, kind: Deployment, name: iris-predictor }',
    '{ apiVersion: apps/v1, kind: StatefulSet, name: store }',
    '{ apiVersion: example.com/v1, kind: InferenceService, name: iris }',
    '{ apiVersion: example.com/v1, kind: Job, name: once }',
    '{ apiVersion: argoproj.io/v1alpha1, kind: Rollout, name: iris }',
    '{ kind: constructor, name: iris }',
    '[]',
    'null',
  ])('is silent about a target %s', reference => {
    expect(lintYaml(id, autoscaler(reference)).findings).toEqual([]);
  });

  it('aims at the Deployment of the service, and changes only the target', () => {
    expect(fixYaml(id, autoscaler(isvc))).toBe(
      autoscaler(
        '{ apiVersion: apps/v1, kind: Deployment, name: iris-predictor }',
      ),
    );
  });

  it.each([
    ['', 'iris', 1],
    [', serving.kserve.io/autoscalerClass: hpa', 'iris', 1],
    [', serving.kserve.io/autoscalerClass: external', 'iris', 0],
    ['', 'another', 0],
  ])(
    'names the service with annotations "%s" for the target %s: %i times',
    (annotations, name, count) => {
      const reference = isvc.replace('iris', name);
      const content = `${service(
        'minReplicas: 1',
        annotations,
      )}---\n${autoscaler(reference)}`;
      const [finding] = lintYaml(id, content).findings;
      expect(finding.fixable).toBe(true);
      const lines = (finding.related ?? []).map(({ line }) => line);
      expect(lines).toEqual(Array(count).fill(5));
    },
  );

  it('takes a service of another namespace for another one', () => {
    const content = `${service('minReplicas: 1').replace(
      'name: iris',
      'name: iris\n  namespace: a',
    )}---\n${autoscaler(isvc, ', namespace: b')}`;
    expect(lintYaml(id, content).findings[0].related).toBeUndefined();
  });

  it('offers no Deployment where the service runs in Knative', () => {
    const knative = service('minReplicas: 1').replace('Standard', 'Serverless');
    const { findings } = lintYaml(id, `${knative}---\n${autoscaler(isvc)}`);
    expect(findings).toMatchObject([{ fixable: false }]);
    expect(findings[0].message).toContain('scaleMetric');
  });
});
