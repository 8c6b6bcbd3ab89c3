import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
} from 'node:fs';
import { join } from 'node:path';
import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import {
  change,
  newService,
  startPerformanceServer,
  type Answers,
} from './__testUtils__/performanceServer';
import { inputOf, newWorkspace, runAction } from './__testUtils__/runAction';
import { createGenerateAction } from './createGenerateAction';
import { generateExamples } from './examples/generate.examples';

let answers: Answers;
let server: Awaited<ReturnType<typeof startPerformanceServer>>;
let workspacePath: string;
let action: ReturnType<typeof createGenerateAction>;

beforeEach(async () => {
  answers = { generated: newService(), allowedActions: ['experiment'] };
  server = await startPerformanceServer(answers);
  workspacePath = newWorkspace();
  action = createGenerateAction({
    performance: server.performance,
    integrations: ScmIntegrations.fromConfig(new ConfigReader({})),
  });
});

afterEach(() => server.close());

const [mend, create] = generateExamples.map(inputOf);

describe('performance:inference-service:generate', () => {
  it('writes the change of a report, and says each value with its arithmetic', async () => {
    answers.generated = change();
    const { output, lines } = await runAction(action, {
      input: mend,
      workspacePath,
    });
    const file = 'sluggish-ranker/inference-service.yaml';
    expect(readFileSync(join(workspacePath, file), 'utf8')).toBe(
      'maxLatency: 5\n',
    );
    expect(lines('info')).toContain(
      'Batch wait: 100 ms → 5 ms (10 − 2 − 3 = 5 ms)',
    );
    expect(lines('warn')).toEqual([
      'The manifest has changed since the report',
    ]);
    expect(output).toEqual({
      name: 'sluggish-ranker',
      entityRef: 'component:default/sluggish-ranker',
      performancePath: '/catalog/default/component/sluggish-ranker/performance',
      paths: [file],
      folder: 'sluggish-ranker',
      title: 'Deploy sluggish-ranker',
      description: 'Wait **5 ms**',
      diff: '-maxLatency: 100\n+maxLatency: 5\n',
      diffMarkdown: '```diff\n-maxLatency: 100\n+maxLatency: 5\n```\n',
      values: change().values,
      options: change().options,
    });
    expect(server.asked).toEqual(
      expect.arrayContaining([
        {
          user: 'user:default/mock',
          path: '/generate/inference-service',
          body: mend,
        },
      ]),
    );
  });

  it('writes a new service, in a dry run too', async () => {
    const { output } = await runAction(action, {
      input: create,
      workspacePath,
      isDryRun: true,
    });
    expect(readdirSync(join(workspacePath, 'product-ranker')).sort()).toEqual([
      'catalog-info.yaml',
      'inference-service.yaml',
    ]);
    expect(output).toMatchObject({
      entityRef: 'component:default/product-ranker',
      folder: 'product-ranker',
    });
    expect(server.asked.map(({ path }) => path)).toEqual([
      '/generate/inference-service',
    ]);
  });

  it('names the repository that the manifest came from, and what hosts it', async () => {
    const repoUrl = 'github.com?owner=example&repo=models';
    answers.generated = {
      ...change(),
      files: [{ path: 'deploy.yaml', content: '' }],
      repository: { repoUrl, branch: 'main' },
    };
    const { output } = await runAction(action, { input: mend, workspacePath });
    expect(output).toMatchObject({
      repoUrl,
      branch: 'main',
      repositoryType: 'github',
    });
    expect(output.folder).toBeUndefined();
  });

  it('asks only once, also when the task is taken up again', async () => {
    const kept = new Map<string, unknown>();
    const checkpoint = async ({ key, fn }: { key: string; fn(): any }) => {
      if (!kept.has(key)) kept.set(key, await fn());
      return kept.get(key);
    };
    for (let i = 0; i < 2; i++) {
      await runAction(action, { input: create, workspacePath, checkpoint });
    }
    expect(server.asked).toHaveLength(1);
  });

  it('does nothing for somebody who may not apply fixes to the entity', async () => {
    answers.allowedActions = ['run'];
    await expect(
      runAction(action, { input: mend, workspacePath }),
    ).rejects.toThrow(
      'You may not apply a fix to component:default/sluggish-ranker',
    );
    expect(readdirSync(workspacePath)).toEqual([]);
  });

  it.each([mend, create])('says why the backend refuses (%#)', async input => {
    answers.refusal = `options.name: not allowed\n${'x'.repeat(1_000_000)}`;
    await expect(
      runAction(action, { input, workspacePath }),
    ).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringMatching(/^options\.name: not allowed x{1,500}…$/),
    });
  });

  it.each([
    [{ reportId: 'r1' }, /reportId and checkId go together/],
    [{ checkId: 'c' }, /reportId and checkId go together/],
    [{ ...mend, reportId: '' }, /^reportId: /],
    [{ ...mend, reportId: 'x'.repeat(1_000_000) }, /^reportId: /],
    [{ ...mend, subject: 'x'.repeat(301) }, /^subject: /],
    [{ options: 'name: x' }, /^input: .*options must be object/],
  ])('refuses the input %# and names the field', async (input, message) => {
    await expect(runAction(action, { input, workspacePath })).rejects.toThrow(
      message,
    );
    expect(server.asked).toEqual([]);
  });

  it.each(['../outside.yaml', '/tmp/outside.yaml', 'a/../../outside.yaml'])(
    'writes nothing to %s',
    async path => {
      answers.generated = { ...change(), files: [{ path, content: 'x' }] };
      await expect(
        runAction(action, { input: mend, workspacePath }),
      ).rejects.toThrow(/outside its parent/);
      expect(readdirSync(workspacePath)).toEqual([]);
    },
  );

  it('writes through no link of the workspace', async () => {
    const outside = newWorkspace();
    mkdirSync(join(workspacePath, 'inside'));
    symlinkSync(outside, join(workspacePath, 'linked'));
    symlinkSync(join(outside, 'b'), join(workspacePath, 'inside/dangling'));
    for (const path of ['linked/a', 'inside/dangling']) {
      answers.generated = { ...change(), files: [{ path, content: 'x' }] };
      await expect(
        runAction(action, { input: mend, workspacePath }),
      ).rejects.toThrow();
    }
    expect(existsSync(join(outside, 'a'))).toBe(false);
    expect(existsSync(join(outside, 'b'))).toBe(false);
  });

  it('keeps hostile text on one line of the log and inside its block of code', async () => {
    answers.generated = {
      ...change(),
      values: [
        { path: '/x', label: 'a\n\u001b[31mINFO forged', value: 'b\r\n' },
      ],
      warnings: ['w'.repeat(100_000)],
      diff: '```\n# injected\n',
    };
    const { output, lines } = await runAction(action, {
      input: mend,
      workspacePath,
    });
    expect(lines('info')[0]).toBe('a [31mINFO forged: b ');
    expect(lines('warn')[0]).toHaveLength(501);
    expect(output.diffMarkdown).toBe('````diff\n```\n# injected\n````\n');
  });
});
