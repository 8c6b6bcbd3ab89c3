import {
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mockServices } from '@backstage/backend-test-utils';
import type { EntityProviderMutation } from '@backstage/plugin-catalog-node';
import { PublishedEntityProvider } from './PublishedEntityProvider';

let base: string;
let root: string;
let mutations: EntityProviderMutation[];
let logger: ReturnType<typeof mockServices.logger.mock>;
let provider: PublishedEntityProvider;

beforeEach(async () => {
  base = mkdtempSync(join(tmpdir(), 'dynoscope-entities-'));
  root = join(base, 'published');
  mutations = [];
  logger = mockServices.logger.mock();
  provider = new PublishedEntityProvider({ root, logger });
  await provider.connect({
    applyMutation: async mutation => {
      mutations.push(mutation);
    },
    refresh: async () => {},
  });
});

afterEach(() => rmSync(base, { recursive: true }));

const component = (name: string, more = '') => `
apiVersion: backstage.io/v1alpha1
kind: Component
metadata: { name: ${name} }
spec: { type: model-server, lifecycle: experimental, owner: team-search${more} }
`;

function publish(folder: string, content: string, file = 'catalog-info.yaml') {
  mkdirSync(join(root, folder), { recursive: true });
  writeFileSync(join(root, folder, file), content);
}

async function entities(): Promise<string[]> {
  await provider.refresh();
  const last = mutations.at(-1);
  return last?.type === 'full'
    ? last.entities.map(({ entity }) => entity.metadata.name)
    : [];
}

describe('the published entities', () => {
  it('come, change and go with their files, and the catalog hears of changes only', async () => {
    expect(await entities()).toEqual([]);
    publish('ranker', component('ranker'));
    publish('only-a-manifest', 'kind: InferenceService', 'a.yaml');
    expect(await entities()).toEqual(['ranker']);
    expect(mutations.at(-1)).toMatchObject({
      entities: [
        {
          locationKey: 'published:component:default/ranker',
          entity: {
            metadata: {
              annotations: {
                'backstage.io/managed-by-location':
                  'published:ranker/catalog-info.yaml',
                'backstage.io/managed-by-origin-location':
                  'published:ranker/catalog-info.yaml',
              },
            },
          },
        },
      ],
    });
    const count = mutations.length;
    await entities();
    expect(mutations).toHaveLength(count);

    publish('ranker', component('ranker', ', system: search'));
    publish('second', component('second'));
    expect(await entities()).toEqual(['ranker', 'second']);
    rmSync(join(root, 'ranker'), { recursive: true });
    expect(await entities()).toEqual(['second']);
  });

  it('tells the catalog again what it could not take', async () => {
    publish('ranker', component('ranker'));
    await provider.connect({
      applyMutation: async () => {
        throw new Error('the database is down');
      },
      refresh: async () => {},
    });
    await expect(provider.refresh()).rejects.toThrow('the database is down');
    await provider.connect({
      applyMutation: async mutation => {
        mutations.push(mutation);
      },
      refresh: async () => {},
    });
    expect(await entities()).toEqual(['ranker']);
  });

  it('keep what they were while a file is broken, and say so once', async () => {
    publish('ranker', component('ranker'));
    await entities();
    publish('ranker', 'kind: [');
    expect(await entities()).toEqual(['ranker']);
    await entities();
    expect(logger.warn).toHaveBeenCalledTimes(1);
    publish('ranker', component('ranker'));
    expect(await entities()).toEqual(['ranker']);
  });

  it.each([
    ['another kind', component('ranker').replace('Component', 'User')],
    ['a template', component('ranker').replace('Component', 'Template')],
    ['another name', component('iris-classifier')],
    [
      'another namespace',
      component('ranker').replace('ranker }', 'ranker, namespace: other }'),
    ],
    ['two documents', `${component('ranker')}---${component('ranker')}`],
    ['no owner', component('ranker').replace(', owner: team-search', '')],
    ['text', 'hello'],
    ['nothing', ''],
    [
      'aliases that grow',
      `a: &a [x,x]\nb: &b [*a,*a,*a]\nc: &c [*b,*b,*b]\nd: [*c,*c,*c]\n${component(
        'ranker',
      )}`,
    ],
    ['a large file', component('ranker') + '#'.repeat(300_000)],
  ])('are not made of %s', async (_, content) => {
    publish('ranker', content);
    expect(await entities()).toEqual([]);
    expect(await entities()).toEqual([]);
    expect(logger.warn).toHaveBeenCalledTimes(1);
  });

  it('are not read through a symbolic link', async () => {
    const outside = join(base, 'outside');
    mkdirSync(outside);
    writeFileSync(join(outside, 'catalog-info.yaml'), component('linked'));
    mkdirSync(join(root, 'linked-file'), { recursive: true });
    symlinkSync(outside, join(root, 'linked'));
    symlinkSync(
      join(outside, 'catalog-info.yaml'),
      join(root, 'linked-file', 'catalog-info.yaml'),
    );
    expect(await entities()).toEqual([]);
  });
});
