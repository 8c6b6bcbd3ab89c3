import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { createMockDirectory } from '@backstage/backend-test-utils';
import type { GenerateResponse, Report } from '@dynoscope/scorecard';
import { parse } from 'yaml';
import { expectDocumented } from '../__testUtils__/openApi';
import {
  manifest,
  startRankerPortal,
  waitMs,
} from './__testUtils__/startRankerPortal';

jest.setTimeout(120_000);

describe('making and checking manifests', () => {
  const folder = createMockDirectory();
  let portal: Awaited<ReturnType<typeof startRankerPortal>>;
  let report: Report;
  const file = () => folder.resolve('published/ranker/inference-service.yaml');
  const generate = async (body: object, user = 'guest', status = 200) => {
    const answer = await portal
      .as(user)
      .post('/generate/inference-service', body);
    expect([answer.status, answer.body.error?.message]).toEqual([
      status,
      status === 200 ? undefined : expect.any(String),
    ]);
    expectDocumented(answer, 'post', '/generate/{generator}');
    return answer.body;
  };
  const lint = (body: object) => portal.as('guest').post('/lint', body);

  beforeAll(async () => {
    mkdirSync(dirname(file()), { recursive: true });
    writeFileSync(file(), manifest);
    portal = await startRankerPortal(folder.resolve('published'), file());
    report = portal.report;
  });
  afterEach(() => writeFileSync(file(), manifest));
  afterAll(() => portal?.stop());

  it('explains in the report why the check misses, without the text of the manifest', () => {
    expect(report.fingerprint.deployment).toMatchObject({
      name: 'ranker',
      batcher: { maxBatchSize: 32, maxLatency: waitMs },
      source: { kind: 'file' },
    });
    expect(report.remedies).toContainEqual(
      expect.objectContaining({
        checkId: 'inference-latency-p50',
        subject: 'endpoint/ranker',
        expected: expect.objectContaining({ statistic: 'p50' }),
      }),
    );
    expect(JSON.stringify(report)).not.toMatch(/canary|from the guide/);
    expect(report.score.summary.title).not.toBe('');
  });

  it('makes the change of a miss in the manifest, with its arithmetic and comments kept', async () => {
    const request = { reportId: report.id, checkId: 'inference-latency-p50' };
    const made: GenerateResponse = await generate(request);
    const [changed] = made.files;
    expect(changed).toMatchObject({
      path: 'ranker/inference-service.yaml',
      before: manifest,
    });
    const { batcher } = parse(changed.content).spec.predictor;
    expect(batcher?.maxLatency ?? 0).toBeLessThan(waitMs);
    expect(changed.content).toContain('# how the ranker is served\n');
    expect(changed.content).toContain('# from the guide');
    expect(made.remedy).toEqual(
      report.remedies.find(({ checkId }) => checkId === request.checkId),
    );
    expect(made.warnings).toEqual([]);
    expect(made.diff).toContain('+++ b/ranker/inference-service.yaml');
    expect(made.description).toContain('maxLatency');
    expect(made.findings.map(({ ruleId }) => ruleId)).not.toContain(
      'batcher-latency-exceeds-target',
    );

    const [name] = Object.keys(made.options);
    const value = Number(made.options[name]) + 1;
    const own = await generate({ ...request, options: { [name]: value } });
    expect(own.options[name]).toBe(value);
    expect(own.files[0].content).not.toBe(changed.content);
  });

  it('says when the manifest is another one now, already changed, or gone', async () => {
    const request = { reportId: report.id, checkId: 'inference-latency-p50' };
    const { files } = await generate(request);
    writeFileSync(file(), files[0].content);
    const again: GenerateResponse = await generate(request);
    expect(again.warnings).toEqual([
      expect.stringContaining('has changed since the report was made'),
      'The manifest already says all of this.',
    ]);
    expect(again.diff).toBe('');
    writeFileSync(file(), 'a: [canary');
    expect(await generate(request, 'guest', 503)).toMatchObject({
      error: {
        message: expect.not.stringContaining('canary'),
        code: 'unreachable',
      },
    });
  });

  it('shows nothing of a report to whom it is not shown', async () => {
    const request = { reportId: report.id, checkId: 'inference-latency-p50' };
    const hidden = await generate(request, 'stranger', 404);
    const missing = await generate(
      { ...request, reportId: 'none' },
      'guest',
      404,
    );
    expect(hidden.error.name).toBe(missing.error.name);
  });

  it('shows the manifest to nobody who may not change it', async () => {
    const request = { reportId: report.id, checkId: 'inference-latency-p50' };
    const refused = await generate(request, 'reader', 403);
    expect(JSON.stringify(refused)).not.toMatch(/canary|apiVersion/);
  });

  it('makes a new service, found at the address that the operator says', async () => {
    const made: GenerateResponse = await generate({
      options: {
        name: 'fresh',
        owner: 'group:default/ours',
        modelFormat: 'sklearn',
        storageUri: 's3://models/fresh',
        catalog: { type: 'service' },
      },
    });
    const texts = Object.fromEntries(
      made.files.map(({ path, content }) => [path, content]),
    );
    expect(Object.keys(texts)).toEqual(
      expect.arrayContaining([
        'fresh/inference-service.yaml',
        'fresh/catalog-info.yaml',
      ]),
    );
    expect(texts['fresh/catalog-info.yaml']).toContain(
      'http://127.0.0.1:1/v1/models/fresh:predict',
    );
    const checked = await lint({
      documents: made.files.map(({ path, content }) => ({
        file: path,
        content,
      })),
    });
    expectDocumented(checked, 'post', '/lint');
    expect(checked.body.findings).toEqual(made.findings);
  });

  const long = 'x'.repeat(1_000_000);
  it.each<[string, object]>([
    ['a path', { name: '../../etc/passwd' }],
    ['YAML', { name: 'a\nkind: Secret' }],
    ['markup', { name: '<script>alert(1)</script>' }],
    ['1 MB', { name: long }],
    ['a wrong type', { name: ['ranker'], catalog: 'x' }],
    ['an unknown option', { name: 'ranker', [long]: 1 }],
  ])('refuses a name that is %s, shortly', async (_, options) => {
    const { error } = await generate({ options }, 'guest', 400);
    expect(error.code).toBe('invalid');
    expect(error.message.length).toBeLessThan(3000);
    expect(error.message).not.toMatch(/<script|\n/);
  });

  it('refuses what is no request, and what is too large', async () => {
    const half = { content: 'a'.repeat(600_000) };
    const answers = await Promise.all([
      portal.as('guest').post('/generate/nothing', {}),
      portal.as('guest').post('/generate/inference-service', { reportId: 'a' }),
      lint({ documents: [] }),
      lint({
        documents: [
          { file: 'a', content: '' },
          { file: 'a', content: '' },
        ],
      }),
      lint({
        documents: [
          { file: 'a', ...half },
          { file: 'b', ...half },
        ],
      }),
      lint({ documents: [{ file: 'a', content: 'a'.repeat(3_000_000) }] }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([
      400, 400, 400, 400, 413, 413,
    ]);
  });

  it('finds and mends what the guide gets wrong, whatever else is in the request', async () => {
    const checked = await lint({
      documents: [
        { file: 'service.yaml', content: manifest },
        { file: '../<b>.yaml', content: 'a: &a [*a, "\u0000' },
      ],
      fix: true,
    });
    expect(checked.status).toBe(200);
    expectDocumented(checked, 'post', '/lint');
    const ids = checked.body.findings.map(
      ({ ruleId }: { ruleId: string }) => ruleId,
    );
    expect(ids).toContain('yaml-invalid');
    expect(checked.body.fixed).toHaveLength(2);
  });
});
