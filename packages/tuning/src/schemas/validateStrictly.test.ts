import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { validateStrictly } from './validateStrictly';

const service = (predictor: object, rest: object = {}) => ({
  apiVersion: 'serving.kserve.io/v1beta1',
  kind: 'InferenceService',
  metadata: { name: 'a' },
  spec: { predictor },
  ...rest,
});
const budget = {
  apiVersion: 'policy/v1',
  kind: 'PodDisruptionBudget',
  metadata: { name: 'a' },
};

describe('strict validation', () => {
  it.each([
    ['an InferenceService', service({ minReplicas: 2 })],
    ['a PodDisruptionBudget', { ...budget, spec: { maxUnavailable: 1 } }],
    ['one with a percentage', { ...budget, spec: { maxUnavailable: '50%' } }],
  ])('finds nothing wrong with %s', (_, object) => {
    expect(validateStrictly(object)).toEqual([]);
  });

  it.each([
    [
      'a misspelt field',
      service({ minReplica: 2 }),
      '/spec/predictor: must NOT have additional properties: minReplica',
    ],
    [
      'a number in words',
      service({ minReplicas: '2' }),
      '/spec/predictor/minReplicas: must be integer',
    ],
    [
      'a metric that there is not',
      service({ scaleMetric: 'gpu' }),
      '/spec/predictor/scaleMetric: must be equal to one of the allowed values: cpu, memory, concurrency, rps',
    ],
    [
      'a missing name',
      service({}, { metadata: {} }),
      "/metadata: must have required property 'name'",
    ],
    [
      'a kind without a schema',
      { apiVersion: 'v1', kind: 'Secret' },
      '(top): there is no schema of Secret in version v1',
    ],
    [
      'a kind that names a part of a schema',
      { ...service({}), kind: 'InferenceService#/definitions/scaleDown' },
      '(top): there is no schema of InferenceService#/definitions/scaleDown in version serving.kserve.io/v1beta1',
    ],
    [
      'nothing',
      undefined,
      '(top): is no Kubernetes object: it needs apiVersion and kind',
    ],
    [
      'a text',
      'kind: Pod',
      '(top): is no Kubernetes object: it needs apiVersion and kind',
    ],
  ])('names %s', (_, object, problem) => {
    expect(validateStrictly(object)).toContain(problem);
  });

  it('keeps its answer short, whatever the object holds', () => {
    const fields = Object.fromEntries(
      Array.from({ length: 200 }, (_, index) => ['x'.repeat(2000) + index, 1]),
    );
    const problems = validateStrictly(service(fields));
    expect(problems).toHaveLength(50);
    for (const problem of problems) {
      expect(problem.length).toBeLessThanOrEqual(301);
    }
  });

  it('has its sources named in NOTICE', () => {
    const notice = readFileSync(resolve(__dirname, '../../NOTICE'), 'utf8');
    const schemas = readdirSync(__dirname).filter(file =>
      file.endsWith('.json'),
    );
    expect(schemas.length).toBeGreaterThan(3);
    for (const file of schemas) {
      expect(notice).toContain(file.replace('.json', ''));
    }
  });
});
