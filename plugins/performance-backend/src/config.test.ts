import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  createMockDirectory,
  mockServices,
} from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import { readPerformanceConfig } from './config';
import { manifestOf } from './config/manifest';

const read = (performance: JsonObject | undefined) =>
  readPerformanceConfig(mockServices.rootConfig({ data: { performance } }), {
    checkIds: ['inference-latency-p50', 'inference-latency-p99'],
  });

const endpoint = {
  url: 'http://127.0.0.1:8081/v1/models/iris:predict',
  entities: ['component:default/iris-classifier'],
};
const withEndpoint = (changes: JsonObject): JsonObject => ({
  inference: { endpoints: { iris: { ...endpoint, ...changes } } },
});

describe('readPerformanceConfig', () => {
  it('has safe defaults when nothing is configured', () => {
    expect(read(undefined)).toEqual({
      enabled: true,
      environments: { default: { production: false } },
      inference: {
        endpoints: {},
        allow: [],
        load: { users: 10, warmupSeconds: 3, seconds: 60 },
      },
      kubernetes: { clusters: {} },
      publish: {},
      limits: { connections: 50, rate: 200, seconds: 120, bytes: 1e9 },
      schedule: {
        enabled: true,
        production: false,
        frequencySeconds: 3600,
        initialDelaySeconds: 10,
        freshnessSeconds: 7200,
      },
      targets: {},
      looserTargets: [],
      required: [],
      retention: { reportsSeconds: 63_072_000, evidenceSeconds: 1_209_600 },
    });
  });

  it('reads everything that the reference describes', () => {
    const config = read({
      enabled: 'false',
      environments: { demo: {}, production: { production: true } },
      inference: {
        endpoints: {
          iris: {
            url: 'https://models.example.com/v1/models/iris:predict',
            environment: 'demo',
            protocol: 'kserve-v1',
            entities: ['Component:iris-classifier'],
            cidr: '10.0.0.0/8',
            payload: { inline: { instances: [[1, 2, 3, 4]] } },
            auth: { basic: { username: 'dynoscope', password: 'secret' } },
            tls: { serverName: 'iris.example.com' },
            model: { sizeBytes: '99MB', uri: 's3://models/iris' },
            timeoutSeconds: '5',
          },
        },
        allow: [
          {
            host: '*.{namespace}.SVC.cluster.local',
            cidr: '10.0.0.0/8',
            port: 80,
          },
        ],
        load: { users: 4, seconds: 35 },
      },
      limits: { bytes: '2GiB', rate: '100', coolDown: { minutes: 10 } },
      schedule: { frequency: '15m', freshness: 'PT1H' },
      targets: { 'inference-latency-p99': { below: 80 } },
      required: ['inference-latency-p99'],
    });
    expect(config).toMatchObject({
      enabled: false,
      inference: {
        endpoints: {
          iris: {
            name: 'iris',
            environment: 'demo',
            entities: ['component:default/iris-classifier'],
            cidr: ['10.0.0.0/8'],
            payload: {
              text: '{"instances":[[1,2,3,4]]}',
              contentType: 'application/json',
            },
            model: { sizeBytes: 99e6, uri: 's3://models/iris' },
            timeoutSeconds: 5,
          },
        },
        allow: [
          {
            host: '*.{namespace}.svc.cluster.local',
            cidr: ['10.0.0.0/8'],
            port: [80],
            environment: 'production',
            namespaceFrom: 'entity',
          },
        ],
        load: { users: 4, warmupSeconds: 3, seconds: 35 },
      },
      limits: { bytes: 2 ** 31, rate: 100, coolDown: 600 },
      schedule: { frequencySeconds: 900, freshnessSeconds: 3600 },
      targets: { 'inference-latency-p99': { below: 80 } },
    });
  });

  it('reads where manifests are', () => {
    const folder = createMockDirectory({ content: { kubeconfig: '{}' } });
    const clusters = {
      lab: { kubeconfig: folder.resolve('kubeconfig'), context: 'lab' },
      live: { url: 'https://10.0.0.1:6443', token: 'a-token', caData: 'TFMw' },
    };
    const manifests = {
      file: { file: 'published/iris.yaml', name: 'iris' },
      url: { url: 'https://github.com/us/iris/blob/main/iris.yaml' },
      lab: { cluster: 'lab', namespace: 'models', name: 'iris' },
    };
    const config = read({
      kubernetes: { clusters },
      publish: {
        folder: 'published',
        inferenceUrl: 'http://127.0.0.1:8083/v1/models/{name}:predict',
      },
      inference: {
        endpoints: Object.fromEntries(
          Object.entries(manifests).map(([name, manifest]) => [
            name,
            { ...endpoint, payload: { inline: '{}' }, manifest },
          ]),
        ),
        allow: [
          {
            host: '127.0.0.1',
            manifest: { file: '/srv/published/{name}/service.yaml' },
          },
        ],
      },
    });
    expect(config.kubernetes.clusters).toEqual(clusters);
    expect(config.publish).toEqual({
      folder: resolve('published'),
      inferenceUrl: 'http://127.0.0.1:8083/v1/models/{name}:predict',
    });
    const { endpoints, allow } = config.inference;
    expect(Object.values(endpoints).map(({ manifest }) => manifest)).toEqual([
      { kind: 'file', path: resolve('published/iris.yaml'), name: 'iris' },
      { kind: 'url', url: manifests.url.url },
      { kind: 'kubernetes', ...manifests.lab },
    ]);
    expect(manifestOf(allow[0].manifest!, 'iris')).toEqual({
      kind: 'file',
      path: '/srv/published/iris/service.yaml',
      folder: '/srv/published',
    });
    for (const name of ['..', 'a/../b', 'a..b', '.a', 'a/b', '', 'a\0b']) {
      expect(manifestOf(allow[0].manifest!, name)).toBeUndefined();
    }
  });

  it('reads a payload from a file, and says which file it cannot read', () => {
    const folder = createMockDirectory();
    const file = folder.resolve('payload.json');
    writeFileSync(file, '{"instances":[]}');
    const { iris } = read(withEndpoint({ payload: { file } })).inference
      .endpoints;
    expect(iris.payload?.text).toBe('{"instances":[]}');
    const missing = folder.resolve('none.json');
    expect(() => read(withEndpoint({ payload: { file: missing } }))).toThrow(
      `performance.inference.endpoints.iris.payload.file: ${missing} cannot be read`,
    );
  });
});
