import { fixYaml, lintYaml } from './__testUtils__/lintYaml';

const id = 'kserve-batcher-annotations-ignored';
const isvc = (annotations: string[], predictor: string[] = []) =>
  `apiVersion: serving.kserve.io/v1beta1
kind: InferenceService
metadata:
  name: iris # the name
  annotations:
${annotations.map(line => `    serving.kserve.io/${line}\n`).join('')}spec:
  predictor:
${[...predictor, 'timeout: 60'].map(line => `    ${line}\n`).join('')}`;
const mode = 'deploymentMode: Standard';
const batcher = (...fields: string[]) => [
  'batcher:',
  ...fields.map(each => `  ${each}`),
];

describe('rule kserve-batcher-annotations-ignored', () => {
  it('moves the values to where KServe reads them, and leaves all else as it was', () => {
    const before = isvc([
      'batcher: "true"',
      mode,
      "batchSize: '32' # instances",
      'maxLatency: 100',
    ]);
    expect(fixYaml(id, before)).toBe(
      isvc([mode]).replace(mode, `${mode}\n    # instances`) +
        batcher('maxBatchSize: 32', 'maxLatency: 100')
          .map(line => `    ${line}\n`)
          .join(''),
    );
  });

  it.each([
    [['batcher: "true"', mode], ['batcher: {}']],
    [
      ['batcher: "true"', 'maxBatchSize: "8"', mode],
      batcher('maxBatchSize: 8'),
    ],
    [['batcher: "true"', 'maxLatency: soon', mode], ['batcher: {}']],
    [['batcher: "true"', 'maxLatency: "-5"', mode], ['batcher: {}']],
    [['batcher: "false"', 'batchSize: "8"', mode], []],
  ])('makes of %j the fields %j', (annotations, fields) => {
    const [start, end] = isvc([mode], ['']).split('    \n');
    expect(fixYaml(id, isvc(annotations))).toBe(
      `${start}${end}${fields.map(line => `    ${line}\n`).join('')}`,
    );
  });

  it('only takes them out where the fields are there already', () => {
    const fields = batcher('maxBatchSize: 4');
    expect(fixYaml(id, isvc(['maxLatency: "100"', mode], fields))).toBe(
      isvc([mode], fields),
    );
  });

  it('offers no fix where the switch is missing, since nobody knows what was wanted', () => {
    expect(
      lintYaml(id, isvc(['maxLatency: "100"', mode])).findings,
    ).toMatchObject([{ fixable: false, line: 6, column: 5 }]);
  });

  it('reports annotations of the pods as well', () => {
    const content = isvc(
      [mode],
      ['annotations: { serving.kserve.io/batcher: "true" }'],
    );
    expect(lintYaml(id, content).findings).toMatchObject([
      { line: 9, fixable: true },
    ]);
    expect(fixYaml(id, content)).toContain('annotations: {');
  });

  it('is silent about other annotations, and those that the controller sets itself', () => {
    const content = isvc([
      mode,
      'autoscalerClass: hpa',
      'batcherNote: "true"',
    ]).replace(
      'serving.kserve.io/autoscaler',
      'internal.serving.kserve.io/batcher',
    );
    expect(lintYaml(id, content).findings).toEqual([]);
  });
});
