import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { createServiceFactory } from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import scaffolderPlugin from '@backstage/plugin-scaffolder-backend';
import githubModule from '@backstage/plugin-scaffolder-backend-module-github';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { performanceServiceRef } from '@dynoscope/backstage-plugin-performance-node';
import { parse } from 'yaml';
import {
  change,
  newService,
  startPerformanceServer,
  type Answers,
} from './__testUtils__/performanceServer';
import { scaffolderApi } from './__testUtils__/scaffolderApi';
import { newWorkspace } from './__testUtils__/runAction';
import { scaffolderModulePerformance } from './scaffolderModulePerformance';

const folder = resolve(__dirname, '../../../templates/inference-service');
const template = parse(readFileSync(join(folder, 'template.yaml'), 'utf8'));

let answers: Answers;
let performance: Awaited<ReturnType<typeof startPerformanceServer>>;
let backend: Awaited<ReturnType<typeof startTestBackend>>;
let published: string;

beforeAll(async () => {
  answers = { generated: change(), allowedActions: ['experiment'] };
  performance = await startPerformanceServer(answers);
  published = newWorkspace();
  const entity = {
    ...template,
    metadata: {
      ...template.metadata,
      namespace: 'default',
      annotations: {
        'backstage.io/managed-by-location': `file:${join(
          folder,
          'template.yaml',
        )}`,
      },
    },
  };
  backend = await startTestBackend({
    features: [
      scaffolderPlugin,
      githubModule,
      scaffolderModulePerformance,
      catalogServiceMock.factory({ entities: [entity] }),
      createServiceFactory({
        service: performanceServiceRef,
        deps: {},
        factory: () => performance.performance,
      }),
      mockServices.rootConfig.factory({
        data: {
          integrations: { github: [{ host: 'github.com', token: 'test' }] },
          performance: { publish: { folder: published } },
        },
      }),
      mockServices.database.factory(),
    ],
  });
});

afterAll(async () => {
  await backend.stop();
  await performance.close();
});

beforeEach(() => {
  performance.asked.length = 0;
});

const api = () =>
  scaffolderApi(`http://127.0.0.1:${backend.server.port()}/api/scaffolder/v2`);
const runTemplate = (values: object) =>
  api().run('template:default/inference-service', values);
const tryTemplate = (values: object) => {
  const path = 'content/README.md';
  const content = readFileSync(join(folder, path), 'utf8');
  return api().dryRun(template, values, [{ path, content }]);
};

const tuning = {
  reportId: 'report-1',
  checkId: 'inference-latency-p50',
  options: { maxLatency: 5 },
};
const manifest = (name: string) =>
  join(published, name, 'inference-service.yaml');

describe('the template inference-service', () => {
  it('mends the miss of a report in the folder, and has it measured again', async () => {
    answers.generated = change();
    mkdirSync(join(published, 'sluggish-ranker'));
    writeFileSync(manifest('sluggish-ranker'), 'maxLatency: 100\n');
    const { output, error, done } = await runTemplate({
      tuning,
      publish: 'folder',
    });
    expect(error).toBeUndefined();
    expect(done).toEqual(['generate', 'lint', 'folder', 'experiment']);
    expect(readFileSync(manifest('sluggish-ranker'), 'utf8')).toBe(
      'maxLatency: 5\n',
    );
    expect(readdirSync(join(published, 'sluggish-ranker'))).toEqual([
      'inference-service.yaml',
    ]);
    const { body } = performance.asked.at(-1)!;
    expect(body).toMatchObject({
      ...tuning,
      change: {
        kind: 'folder',
        reference: 'sluggish-ranker',
        files: [{ before: expect.any(String), after: expect.any(String) }],
      },
    });
    expect(output.links).toContainEqual({
      title: 'Performance of sluggish-ranker',
      icon: 'dashboard',
      url: '/catalog/default/component/sluggish-ranker/performance',
    });
    expect(output.text.map(({ content }: any) => content)).toEqual([
      'Wait **5 ms**',
      '```diff\n-maxLatency: 100\n+maxLatency: 5\n```\n',
    ]);
  });

  it('publishes a new service with a page for its owner, once', async () => {
    answers.generated = newService('product-ranker');
    const values = {
      tuning: { options: { name: 'product-ranker' } },
      publish: 'folder',
    };
    const { done, error } = await runTemplate(values);
    expect(error).toBeUndefined();
    expect(done).toEqual(['generate', 'readme', 'lint', 'folder']);
    expect(readdirSync(join(published, 'product-ranker')).sort()).toEqual([
      'README.md',
      'catalog-info.yaml',
      'inference-service.yaml',
    ]);
    expect(
      readFileSync(join(published, 'product-ranker/README.md'), 'utf8'),
    ).toContain('kubectl apply -f inference-service.yaml\n');

    answers.generated = {
      ...newService('product-ranker'),
      files: [
        { path: 'product-ranker/inference-service.yaml', content: 'a: 2' },
      ],
    };
    const again = await runTemplate(values);
    expect(again.error).toMatch(/ is there already: choose another name/);
  });

  it('proposes the change where its manifest came from, whatever was chosen', async () => {
    answers.generated = {
      ...change(),
      files: [{ path: 'deploy/ranker.yaml', content: 'maxLatency: 5\n' }],
      repository: {
        repoUrl: 'github.com?owner=example&repo=models',
        branch: 'main',
      },
    };
    const { done, output, paths } = await tryTemplate({
      tuning,
      publish: 'folder',
    });
    expect(done).toEqual(['generate', 'lint', 'github', 'experiment']);
    expect(paths).toEqual(['deploy/ranker.yaml']);
    expect(output.links).toContainEqual(
      expect.objectContaining({ title: 'Pull request' }),
    );
  });

  it('proposes a new service in a repository, and tells the catalog where it will be', async () => {
    answers.generated = newService('product-ranker');
    const { done, paths, log } = await tryTemplate({
      tuning: { options: { name: 'product-ranker' } },
      publish: 'github',
      repoUrl: 'github.com?owner=example&repo=models',
      targetPath: 'services',
    });
    expect(done).toEqual(['generate', 'readme', 'lint', 'github']);
    expect(paths).toContain('product-ranker/README.md');
    expect(log).toMatch(
      /https:\/\/github\.com\/example\/models\/blob\/.+\/services\/product-ranker\/catalog-info\.yaml/,
    );
  });

  it('leaves no effect of a dry run', async () => {
    answers.generated = newService('tried');
    const { done, paths } = await tryTemplate({
      tuning: { options: { name: 'tried' } },
      publish: 'folder',
    });
    expect(done).toEqual(['generate', 'readme', 'lint', 'folder']);
    expect(paths).toContain('tried/README.md');
    expect(existsSync(manifest('tried'))).toBe(false);
  });

  it.each([
    [{}, /tuning/],
    [{ tuning: { reportId: 'r1' }, publish: 'folder' }, /checkId/],
    [{ tuning: { other: 1 }, publish: 'folder' }, /other/],
    [{ tuning: { reportId: 7, checkId: 'c' }, publish: 'folder' }, /string/],
    [{ tuning: {}, publish: '/etc' }, /enum|one of/],
  ])('refuses the values %# before it starts', async (values, message) => {
    await expect(runTemplate(values)).rejects.toThrow(message);
    expect(performance.asked).toEqual([]);
  });
});
