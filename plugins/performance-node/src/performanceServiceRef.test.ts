import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import {
  mockCredentials,
  mockServices,
  ServiceFactoryTester,
} from '@backstage/backend-test-utils';
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { performanceServiceRef } from './performanceServiceRef';

describe('the performance service', () => {
  it('asks the plugin with a token of the caller', async () => {
    const asked: (string | undefined)[] = [];
    const server = createServer((request, response) => {
      asked.push(request.url, request.headers.authorization);
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ id: 'r1' }));
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;

    const anyFactory = createServiceFactory({
      service: coreServices.cache,
      deps: {},
      factory: () => mockServices.cache.mock(),
    });
    const tester = ServiceFactoryTester.from(anyFactory, {
      dependencies: [
        mockServices.discovery.mock({
          getBaseUrl: async plugin => `http://127.0.0.1:${port}/api/${plugin}`,
        }).factory,
      ],
    });
    const service = await tester.getService(performanceServiceRef, 'other');
    const credentials = mockCredentials.user('user:default/anna');
    const run = await service.onBehalfOf(credentials).getRun('r1');
    server.closeAllConnections();
    server.close();

    expect(run).toEqual({ id: 'r1' });
    expect(asked).toEqual([
      '/api/performance/runs/r1',
      mockCredentials.service.header({
        onBehalfOf: credentials,
        targetPluginId: 'performance',
      }),
    ]);
  });
});
