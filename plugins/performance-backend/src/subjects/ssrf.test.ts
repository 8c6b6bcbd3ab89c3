import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import type { JsonObject } from '@backstage/types';
import { readPerformanceConfig } from '../config';
import { inferenceSubjects } from './inferenceSubjects';
import { createOutbound } from './outbound';
import { hostileNames, ssrfCorpus } from './__testUtils__/ssrfCorpus';

const entityWith = (annotations: Record<string, string>): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'ranker', namespace: 'ml', annotations },
});
const lookup = async (host: string) =>
  (hostileNames[host] ?? ['127.0.0.1']).map(address => ({ address }));

/** Does what a measurement does: finds the subjects, asks the door, and connects to what comes out of it. */
async function measure(entity: Entity, inference: JsonObject): Promise<void> {
  const config = readPerformanceConfig(
    mockServices.rootConfig({ data: { performance: { inference } } }),
  );
  const outbound = createOutbound({ inference: config.inference, lookup });
  const subjects = inferenceSubjects(entity, 'default', config.inference, {
    problem: () => {},
  });
  for (const { endpoint } of subjects) {
    const { ip, port } = await outbound.resolve(endpoint.url, { entity });
    await new Promise<void>((resolve, reject) => {
      const socket = connect({ host: ip, port, timeout: 2000 }, () =>
        socket.end('GET / HTTP/1.0\r\n\r\n'),
      );
      socket.on('error', reject).on('close', () => resolve());
      socket.resume();
    });
  }
}

describe('addresses that must never be reached', () => {
  let server: Server;
  let noticed = 0;
  let port = 0;

  beforeAll(async () => {
    server = createServer((_, response) => response.end()).on(
      'connection',
      () => noticed++,
    );
    await new Promise<void>(resolve => {
      server.listen(0, '127.0.0.1', resolve);
    });
    port = (server.address() as AddressInfo).port;
  });
  beforeEach(() => {
    noticed = 0;
  });
  afterAll(() => server.close());

  const fill = (text: string) => text.replaceAll('PORT', String(port));
  /** As wide as an operator may write it. */
  const allow = () => [
    { host: '*.{namespace}.svc.cluster.local', port: [80, port] },
    {
      host: '*.example.com',
      port: [80, port],
      entities: ['component:ml/ranker'],
    },
    { host: 'metadata.google.internal', port: [80, port] },
  ];

  it('notices an address that may be reached, by configuration and by annotation', async () => {
    const url = `http://127.0.0.1:${port}/`;
    const entities = ['component:ml/ranker'];
    await measure(entityWith({}), {
      endpoints: { plain: { url, entities } },
    });
    expect(noticed).toBe(1);
    await measure(entityWith({ 'dynoscope.dev/inference-url': url }), {
      allow: [{ host: '127.0.0.1', port }],
    });
    expect(noticed).toBe(2);
    await measure(
      entityWith({
        'dynoscope.dev/inference-url': `http://iris.ml.svc.cluster.local:${port}/`,
      }),
      { allow: [{ ...allow()[0], cidr: '127.0.0.0/8' }] },
    );
    expect(noticed).toBe(3);
  });

  it('holds at least 40 spellings, each once', () => {
    expect(ssrfCorpus.length).toBeGreaterThanOrEqual(40);
    expect(new Set(ssrfCorpus).size).toBe(ssrfCorpus.length);
  });

  it.each(ssrfCorpus)('is not reached by an annotation: %j', async text => {
    const entity = entityWith({ 'dynoscope.dev/inference-url': fill(text) });
    const code = await measure(entity, { allow: allow() }).then(
      () => 'no subject',
      error => error.code,
    );
    expect(code).toMatch(/^(no subject|address-not-allowed)$/);
    expect(noticed).toBe(0);
  });

  it.each(ssrfCorpus)('is not reached by configuration: %j', async text => {
    const outcome = await measure(entityWith({}), {
      endpoints: {
        evil: { url: fill(text), entities: ['component:ml/ranker'] },
      },
    }).then(
      () => 'reached',
      error => error.code ?? error.message,
    );
    expect(outcome).toMatch(/^address-not-allowed$|evil\.url: /);
    expect(noticed).toBe(0);
  });
});
