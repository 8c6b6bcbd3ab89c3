import { mockServices } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import { readPerformanceConfig } from '../config';

const read = (performance: JsonObject | undefined, root: JsonObject = {}) =>
  readPerformanceConfig(
    mockServices.rootConfig({ data: { ...root, performance } }),
    { checkIds: ['inference-latency-p50', 'inference-latency-p99'] },
  );

const endpoint = {
  url: 'http://127.0.0.1:8081/v1/models/iris:predict',
  entities: ['component:default/iris-classifier'],
  payload: { inline: '{}' },
};
const withEndpoint = (changes: JsonObject): JsonObject => ({
  inference: { endpoints: { iris: { ...endpoint, ...changes } } },
});
const withAllow = (entry: JsonObject): JsonObject => ({
  inference: { allow: [entry] },
});

const withClusters = (lab: JsonObject): JsonObject => ({
  kubernetes: { clusters: { lab } },
});

describe('mistakes in the configuration', () => {
  it.each<[JsonObject, string]>([
    [
      { enabeld: true },
      'performance: unknown key "enabeld", did you mean "enabled"?',
    ],
    [
      { databases: {} },
      'performance: unknown key "databases" (known keys: enabled,',
    ],
    [
      { limits: { RATE: 5 } },
      'performance.limits: unknown key "RATE", did you mean "rate"?',
    ],
    [
      { limits: { rate: 0 } },
      'performance.limits.rate: must be a number above 0',
    ],
    [
      { limits: { connections: 1.5 } },
      'performance.limits.connections: must be a whole number of at least 1',
    ],
    [
      { limits: { bytes: '1 gig' } },
      'performance.limits.bytes: must be a size such as 500MB',
    ],
    [{ limits: 5 }, 'performance.limits: must be a map of connections, rate'],
    [{ enabled: 'no' }, 'performance.enabled: must be true or false'],
    [
      { environments: { 'a b': {} } },
      'performance.environments.a b: must be a name',
    ],
    [
      { schedule: { frequency: { seconds: 5 } } },
      'performance.schedule: must have a frequency of at least one minute',
    ],
    [
      { schedule: { frequency: 'often' } },
      "performance.schedule.frequency: must be a duration such as { minutes: 15 }, '15m'",
    ],
    [
      { targets: { 'inference-latency-p99': { bellow: 80 } } },
      'performance.targets.inference-latency-p99: must be one of { atMost: 5 }',
    ],
    [
      { targets: { 'inference-latency-p98': { below: 80 } } },
      'performance.targets: there is no "inference-latency-p98", did you mean "inference-latency-p9',
    ],
    [
      { required: ['inference-speed'] },
      'performance.required: there is no "inference-speed"',
    ],
    [
      { inference: { endpoints: [] } },
      'performance.inference.endpoints: must be a map by name',
    ],
    [
      withEndpoint({ protocl: 'http' }),
      'performance.inference.endpoints.iris: unknown key "protocl", did you mean "protocol"?',
    ],
    [
      withEndpoint({ protocol: 'grpc' }),
      'iris.protocol: must be one of http, kserve-v1, open-inference-v2',
    ],
    [
      withEndpoint({ environment: 'prod' }),
      'iris.environment: there is no "prod" (known: default)',
    ],
    [
      withEndpoint({ entities: [] }),
      'iris.entities: must list the entities that this endpoint belongs to',
    ],
    [
      withEndpoint({ entities: ['iris'] }),
      'iris.entities.0: must be an entity ref such as component:default/iris-classifier',
    ],
    [
      withEndpoint({ url: 'ftp://models.example.com' }),
      'iris.url: must start with http:// or https://',
    ],
    [
      withEndpoint({
        auth: { bearer: 'a', header: { name: 'x', value: 'y' } },
      }),
      'iris.auth: must hold exactly one of bearer, header, basic',
    ],
    [
      withEndpoint({ auth: { header: { name: 'Host', value: 'y' } } }),
      'iris.auth.header.name: must not be one of connection,',
    ],
    [
      withEndpoint({ auth: { bearer: 'a\r\nHost: b' } }),
      'iris.auth.bearer: must be printable ASCII without line breaks',
    ],
    [
      withEndpoint({ tls: { cert: 'c' } }),
      'iris.tls: must hold both cert and key',
    ],
    [
      withEndpoint({ payload: {} }),
      'iris.payload: must hold exactly one of file, inline',
    ],
    [
      {
        inference: { endpoints: { iris: { ...endpoint, payload: undefined } } },
      },
      'iris.payload: is missing; kserve-v1 needs the JSON of one request',
    ],
    [
      withEndpoint({ cidr: '10.0.0.0' }),
      'iris.cidr.0: must be an address range',
    ],
    [
      withAllow({ host: '*.svc.cluster.local' }),
      'performance.inference.allow.0: has a host with * that every entity could use',
    ],
    [
      withAllow({ host: 'a*.{namespace}.svc' }),
      'performance.inference.allow.0.host: must be a host such as',
    ],
    [
      withAllow({ host: '{namespace}x.svc' }),
      'performance.inference.allow.0.host: must be a host such as',
    ],
    [
      withAllow({ host: 'models.example.com', port: 70000 }),
      'performance.inference.allow.0.port.0: must be a port from 1 to 65535',
    ],
    [
      withEndpoint({ manifest: { file: 'a.yaml', url: 'https://a.example' } }),
      'iris.manifest: must hold exactly one of file, url, cluster',
    ],
    [
      withEndpoint({ manifest: { file: 'published/{name}.yaml' } }),
      'iris.manifest.file: must be the path of one file; {name} is for',
    ],
    [
      withEndpoint({ manifest: { url: 'https://me:canary@a.example/a.yaml' } }),
      'iris.manifest.url: must be an http or https address without user name',
    ],
    [
      withEndpoint({ manifest: { cluster: 'lab', name: 'iris' } }),
      'iris.manifest: must hold namespace and name beside cluster',
    ],
    [
      withEndpoint({
        manifest: { cluster: 'lab', namespace: 'a/b', name: 'iris' },
      }),
      'iris.manifest.namespace: must be a name of Kubernetes',
    ],
    [
      {
        ...withEndpoint({
          manifest: { cluster: 'live', namespace: 'ml', name: 'iris' },
        }),
        kubernetes: { clusters: { live1: { url: 'https://a', token: 'b' } } },
      },
      'iris.manifest.cluster: there is no "live", did you mean "live1"? (known: live1)',
    ],
    [
      withAllow({ host: '127.0.0.1', manifest: { file: 'service.yaml' } }),
      'allow.0.manifest.file: must be a path with {name} in it once',
    ],
    [
      withClusters({ kubeconfig: '/none', url: 'https://a', token: 'b' }),
      'performance.kubernetes.clusters.lab.kubeconfig: must be a file that can be read',
    ],
    [
      withClusters({ token: 'b' }),
      'clusters.lab: must hold exactly one of kubeconfig, url',
    ],
    [
      withClusters({ url: 'http://a', token: 'b' }),
      'clusters.lab.url: must be an https address',
    ],
    [withClusters({ url: 'https://a' }), 'lab: must hold token beside url'],
    [
      { publish: { inferenceUrl: 'http://a/predict' } },
      'performance.publish.inferenceUrl: must be an http or https address with {name}',
    ],
  ])('refuses %j', (performance, message) => {
    expect(() => read(performance)).toThrow(message);
  });

  it('lists every mistake at once', () => {
    expect(() => read({ enabled: 'no', limits: { rate: -1 } })).toThrow(
      /performance.enabled:.*\n.*performance.limits.rate:/,
    );
  });

  it('refuses a key with dots, which would be ignored', () => {
    expect(() => read(undefined, { 'performance.limits.rate': 5 })).toThrow(
      'performance.limits.rate: a key with dots is not read',
    );
  });

  it('never repeats a secret in what it complains about', () => {
    const secret = 'canary-5f1c\n';
    const read1 = () => read(withEndpoint({ auth: { bearer: secret } }));
    const read2 = () =>
      read(
        withEndpoint({
          auth: { basic: { username: 'a:b', password: secret }, bearer: 5 },
        }),
      );
    for (const attempt of [read1, read2]) {
      expect(attempt).toThrow(/auth/);
      expect(attempt).not.toThrow(/canary/);
    }
  });
});
