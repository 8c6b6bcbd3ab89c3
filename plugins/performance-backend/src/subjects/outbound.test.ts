import { mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import type { JsonObject } from '@backstage/types';
import { readPerformanceConfig } from '../config';
import { addressKey, createOutbound, type Lookup } from './outbound';

const entity = (
  metadata: { namespace?: string; annotations?: Record<string, string> } = {},
): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'ranker', ...metadata },
});

function door(inference: JsonObject, answers: string[], lookup?: Lookup) {
  const config = readPerformanceConfig(
    mockServices.rootConfig({ data: { performance: { inference } } }),
  );
  return createOutbound({
    inference: config.inference,
    lookup: lookup ?? (async () => answers.map(address => ({ address }))),
  });
}
const endpoint = (url: string, changes: JsonObject = {}) => ({
  endpoints: {
    iris: { url, entities: ['component:default/ranker'], ...changes },
  },
});
const allow = (entry: JsonObject) => ({ allow: [entry] });
const url = (host: string) => `http://${host}/v1`;
const codeOf = (attempt: Promise<unknown>): Promise<string | undefined> =>
  attempt.then(
    () => undefined,
    error => error.code,
  );
const cluster = { host: '*.{namespace}.svc.cluster.local', cidr: '10.0.0.0/8' };

describe('outbound', () => {
  it('pins the first of the addresses and says who allowed it', async () => {
    const outbound = door(endpoint('https://models.example.com/v1'), [
      '93.184.215.14',
      '2606:4700::1111',
    ]);
    const address = await outbound.resolve('https://models.example.com/v1', {
      entity: entity(),
    });
    expect(address).toEqual({
      url: 'https://models.example.com/v1',
      host: 'models.example.com',
      port: 443,
      ip: '93.184.215.14',
      allowedBy: 'endpoint iris of the configuration',
      environment: 'default',
    });
    expect(addressKey(address)).toBe('93.184.215.14:443');
  });

  it.each([
    ['127.0.0.1', '127.0.0.1:80'],
    ['::ffff:127.0.0.1', '127.0.0.1:80'],
    ['::ffff:7f00:1', '127.0.0.1:80'],
    ['::1', '::1:80'],
    ['0:0::1', '::1:80'],
  ])('counts %s as %s, whatever its spelling', (ip, key) => {
    expect(addressKey({ url: '', host: '', port: 80, ip })).toBe(key);
  });

  it('refuses the endpoint of another entity without telling where it is', async () => {
    const outbound = door(
      endpoint('http://10.1.2.3/', { entities: ['component:default/other'] }),
      [],
    );
    const attempt = outbound.resolve('http://10.1.2.3/', { entity: entity() });
    await expect(attempt).rejects.toMatchObject({
      code: 'address-not-allowed',
    });
    await expect(attempt).rejects.not.toThrow(/10\.1\.2\.3|other/);
  });

  const configurations: Record<string, JsonObject> = {
    endpoint: endpoint(url('iris.ml')),
    'endpoint localhost': endpoint(url('localhost')),
    'endpoint [::1]': endpoint(url('[::1]')),
    'endpoint in 127/8': endpoint(url('iris.ml'), { cidr: '127.0.0.0/8' }),
    'endpoint in 10/8': endpoint(url('iris.ml'), { cidr: '10.0.0.0/8' }),
    'endpoint anywhere': endpoint(url('iris.ml'), {
      cidr: ['0.0.0.0/0', '::/0'],
    }),
    pattern: allow({ host: '*.{namespace}.example.com' }),
    'pattern in 10/8': allow(cluster),
    'pattern with port': allow({ ...cluster, port: 8080 }),
    'pattern of another': allow({
      ...cluster,
      entities: ['component:default/other'],
    }),
    'four stars': allow({
      host: '*.*.*.*',
      entities: ['component:default/ranker'],
    }),
    'named host': allow({ host: 'iris.ml' }),
  };

  it.each([
    // a configured name may be private; loopback only by its own name or within a cidr
    ['endpoint', 'iris.ml', '10.1.2.3', true],
    ['endpoint', 'iris.ml', 'fd12::1', true],
    ['endpoint', 'iris.ml', '127.0.0.1', false],
    ['endpoint', 'iris.ml', '93.184.215.14 127.0.0.1', false],
    ['endpoint localhost', 'localhost', '127.0.0.1', true],
    ['endpoint [::1]', '[::1]', '', true],
    ['endpoint in 127/8', 'iris.ml', '127.0.0.2', true],
    ['endpoint in 10/8', 'iris.ml', '10.0.0.1 93.184.215.14', false],
    ['endpoint in 10/8', 'iris.ml', '::ffff:10.0.0.1', true],
    ['endpoint anywhere', 'iris.ml', '169.254.169.254', false],
    ['endpoint anywhere', 'iris.ml', '::ffff:169.254.169.254', false],
    ['named host', 'iris.ml', '10.1.2.3', true],
    ['named host', 'iris.ml', '127.0.0.1', false],
    // a pattern reaches public addresses, others only within a cidr
    ['pattern', 'a.default.example.com', '93.184.215.14', true],
    ['pattern', 'a.default.example.com', '10.1.2.3', false],
    ['pattern', 'a.default.example.com', '93.184.215.14 ::1', false],
    ['pattern in 10/8', 'a.default.svc.cluster.local', '10.1.2.3', true],
    ['pattern in 10/8', 'a.default.svc.cluster.local', '93.184.215.14', false],
    ['pattern in 10/8', 'a.other.svc.cluster.local', '10.1.2.3', false],
    ['pattern in 10/8', 'a.b.default.svc.cluster.local', '10.1.2.3', false],
    ['pattern in 10/8', 'default.svc.cluster.local', '10.1.2.3', false],
    ['pattern in 10/8', 'a.default.svc.cluster.local.com', '10.1.2.3', false],
    ['pattern in 10/8', 'a.default.svc.cluster.local:81', '10.1.2.3', false],
    ['pattern with port', 'a.default.svc.cluster.local', '10.1.2.3', false],
    ['pattern with port', 'a.default.svc.cluster.local:8080', '10.1.2.3', true],
    ['pattern of another', 'a.default.svc.cluster.local', '10.1.2.3', false],
    ['four stars', '127.0.0.1', '', false],
    ['four stars', '10.1.2.3', '', false],
  ])('%s: %s that is %s may be reached: %s', async (name, host, ips, may) => {
    const answers = ips === '' ? [] : ips.split(' ');
    const attempt = door(configurations[name], answers).resolve(url(host), {
      entity: entity(),
    });
    expect(await codeOf(attempt)).toBe(may ? undefined : 'address-not-allowed');
  });

  it.each([
    ['entity', {}, 'team-b', false],
    ['entity', { namespace: 'team-b' }, 'team-b', true],
    ['kubernetesAnnotation', {}, 'team-b', true],
    ['kubernetesAnnotation', {}, 'default', false],
  ])(
    'takes the namespace from the %s of %j for %s: %s',
    async (namespaceFrom, metadata, namespace, reached) => {
      const attempt = door(allow({ ...cluster, namespaceFrom }), [
        '10.1.2.3',
      ]).resolve(url(`iris.${namespace}.svc.cluster.local`), {
        entity: entity({
          ...metadata,
          annotations: { 'backstage.io/kubernetes-namespace': 'team-b' },
        }),
      });
      expect(await codeOf(attempt)).toBe(
        reached ? undefined : 'address-not-allowed',
      );
    },
  );

  it.each<[string, Lookup]>([
    [
      'fails',
      async () => {
        throw new Error('ENOTFOUND secret.internal');
      },
    ],
    ['answers nothing', async () => []],
  ])('says that an address is unreachable when DNS %s', async (_, lookup) => {
    const attempt = door(endpoint(url('iris.ml')), [], lookup).resolve(
      url('iris.ml'),
      { entity: entity() },
    );
    await expect(attempt).rejects.toMatchObject({ code: 'unreachable' });
    await expect(attempt).rejects.not.toThrow(/secret/);
  });
});
