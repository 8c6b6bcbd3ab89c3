import { mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import type { Probe } from '@dynoscope/backstage-plugin-performance-node';
import type { JsonObject } from '@backstage/types';
import { checks } from '@dynoscope/scorecard';
import { readPerformanceConfig } from '../config';
import { createBuiltInProbes } from '../probes';
import { resolveSubjects } from './resolveSubjects';

const own = ['component:default/ranker'];
const endpoints: JsonObject = {
  one: { url: 'http://one.ml/v1', environment: 'demo', entities: own },
  two: {
    url: 'http://two.ml/v1?key=hidden',
    environment: 'demo',
    entities: own,
    model: { sizeBytes: '5GB' },
  },
  live: { url: 'http://live.ml/v1', environment: 'production', entities: own },
  foreign: {
    url: 'http://foreign.ml/v1',
    environment: 'demo',
    entities: ['component:default/other'],
  },
};
const allow: JsonObject[] = [
  {
    host: '*.{namespace}.svc.cluster.local',
    cidr: '10.0.0.0/8',
    environment: 'demo',
  },
  {
    host: 'published.test',
    port: 80,
    cidr: '10.0.0.0/8',
    environment: 'demo',
    manifest: { file: '/srv/{name}/a.yaml' },
  },
];

async function resolve(
  annotations: Record<string, string>,
  environment = 'demo',
  others: Probe[] = [],
  more: Partial<Entity> = {},
) {
  const entity: Entity = {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    ...more,
    metadata: { name: 'ranker', annotations, ...more.metadata },
  };
  const config = readPerformanceConfig(
    mockServices.rootConfig({
      data: {
        performance: {
          environments: { demo: {}, production: { production: true } },
          inference: { endpoints, allow },
          looserTargets: ['inference-throughput'],
        },
      },
    }),
  );
  return resolveSubjects({
    entity,
    environment,
    probes: [
      ...others,
      ...createBuiltInProbes(config, {
        deployments: { read: async () => ({}) },
      }),
    ],
    config,
    checkIds: checks.map(({ id }) => id),
  });
}
const idsOf = ({ subjects }: Awaited<ReturnType<typeof resolve>>) =>
  subjects.map(({ subject }) => subject.id);

describe('resolveSubjects', () => {
  it.each<[string, Partial<Entity>, boolean]>([
    ['of its own', {}, true],
    ['not of its namesake of another kind', { kind: 'Resource' }, false],
    [
      'not of its namesake of another namespace',
      { metadata: { name: 'ranker', namespace: 'other' } },
      false,
    ],
  ])('finds for an entity the manifest %s', async (_, more, found) => {
    const { metadata = { name: 'ranker' } } = more;
    const annotations = {
      'dynoscope.dev/inference-url': 'http://published.test/ranker',
    };
    const { subjects } = await resolve(annotations, 'demo', [], {
      ...more,
      metadata: { ...metadata, annotations },
    });
    const subject = subjects.find(
      ({ subject: { id } }) => id === 'endpoint/published.test:80',
    )?.subject;
    expect(subject).toBeDefined();
    expect(subject).toHaveProperty(
      'manifest',
      found
        ? {
            kind: 'file',
            path: '/srv/ranker/a.yaml',
            folder: '/srv',
          }
        : undefined,
    );
  });

  it('finds the endpoints that name the entity, in their environment', async () => {
    expect(idsOf(await resolve({}))).toEqual(['endpoint/one', 'endpoint/two']);
    expect(idsOf(await resolve({}, 'production'))).toEqual(['endpoint/live']);
  });

  it('goes on when a probe throws, and says which one', async () => {
    const broken = {
      id: 'broken',
      subjects: async () => {
        throw new Error('secret of the network');
      },
    } as unknown as Probe;
    const resolved = await resolve({}, 'demo', [broken]);
    expect(idsOf(resolved)).toEqual(['endpoint/one', 'endpoint/two']);
    expect(resolved.problems).toEqual([
      'The probe broken could not look for subjects; the log of the backend has the details.',
    ]);
  });

  it('shows addresses without their query', async () => {
    const { subjects } = await resolve({ 'dynoscope.dev/inference': 'two' });
    expect(subjects[0].subject).toMatchObject({
      id: 'endpoint/two',
      address: 'http://two.ml/v1',
      url: 'http://two.ml/v1?key=hidden',
      allowedBy: 'endpoint two of the configuration',
      latencyClass: 'large',
    });
  });

  it('keeps to the endpoints that an annotation names', async () => {
    const resolved = await resolve({
      'dynoscope.dev/inference': ' two , two,',
    });
    expect(idsOf(resolved)).toEqual(['endpoint/two']);
    expect(resolved.problems).toEqual([]);
  });

  it.each(['foreign', 'nobody'])(
    'answers the same for the endpoint of another entity and for none: %s',
    async name => {
      const resolved = await resolve({ 'dynoscope.dev/inference': name });
      expect(idsOf(resolved)).toEqual([]);
      expect(resolved.problems).toEqual([
        `The annotation dynoscope.dev/inference names "${name}", which is no endpoint of this entity. Endpoints of this entity: one, two, live.`,
      ]);
    },
  );

  it('suggests the name that was meant', async () => {
    const { problems } = await resolve({ 'dynoscope.dev/inference': 'liive' });
    expect(problems[0]).toContain('did you mean "live"?');
  });

  it('measures an allowed address of an annotation under its host and port', async () => {
    const annotation = {
      'dynoscope.dev/inference-url': 'http://iris.default.svc.cluster.local/v1',
    };
    expect(idsOf(await resolve(annotation))).toEqual([
      'endpoint/one',
      'endpoint/two',
      'endpoint/iris.default.svc.cluster.local:80',
    ]);
    expect(idsOf(await resolve(annotation, 'production'))).toEqual([
      'endpoint/live',
    ]);
  });

  it.each([
    [
      'http://iris.other.svc.cluster.local/v1',
      'is not allowed for this entity',
    ],
    ['http://foreign.ml/v1', 'is not allowed for this entity'],
    [
      'http://user@iris.default.svc.cluster.local/',
      'must not hold a user name',
    ],
    ['iris.default.svc.cluster.local', 'must start with http:// or https://'],
    [
      'http://iris.default.svc.cluster.local/v1/models/iris:predict',
      'speaks kserve-v1, which needs a payload',
    ],
  ])('explains why %s is not measured', async (url, why) => {
    const resolved = await resolve({ 'dynoscope.dev/inference-url': url });
    expect(idsOf(resolved)).toEqual(['endpoint/one', 'endpoint/two']);
    expect(resolved.problems).toEqual([expect.stringContaining(why)]);
  });

  it('measures an address that is configured once, under its name', async () => {
    const resolved = await resolve({
      'dynoscope.dev/inference-url': 'http://one.ml/v1',
    });
    expect(idsOf(resolved)).toEqual(['endpoint/one', 'endpoint/two']);
    expect(resolved.problems).toEqual([]);
  });

  it('takes the latency class of the annotation, and reports one that does not exist', async () => {
    const classes = async (value: string) => {
      const resolved = await resolve({ 'dynoscope.dev/latency-class': value });
      return [
        resolved.subjects.map(({ subject }) => subject.latencyClass),
        resolved.problems.length,
      ];
    };
    expect(await classes('llm')).toEqual([['llm', 'llm'], 0]);
    expect(await classes('tiny')).toEqual([[undefined, 'large'], 1]);
  });

  it('reads targets of annotations and reports what cannot be read', async () => {
    const { targets, problems } = await resolve({
      'dynoscope.dev/target.inference-latency-p99': '< 80',
      'dynoscope.dev/target.inference-latency-p50': 'fast',
      'dynoscope.dev/target.inference-throughputt': '> 200',
    });
    expect(targets).toEqual({
      configuration: {},
      annotation: { 'inference-latency-p99': { below: 80 } },
      looserPermitted: ['inference-throughput'],
    });
    expect(problems).toEqual([
      expect.stringMatching(/^The annotation .*target.inference-latency-p50: /),
      expect.stringContaining(
        'did you mean dynoscope.dev/target.inference-throughput?',
      ),
    ]);
  });
});
