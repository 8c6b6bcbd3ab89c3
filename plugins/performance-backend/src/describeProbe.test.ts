import { mockServices } from '@backstage/backend-test-utils';
import { describeProbe } from '@dynoscope/backstage-plugin-performance-node/testUtils';
import { echoProbe } from './__testUtils__/echoProbe';
import { startModelServer } from './__testUtils__/modelServer';
import { component } from './__testUtils__/portal';
import { readPerformanceConfig } from './config';
import { createBuiltInProbes } from './probes';

let server: Awaited<ReturnType<typeof startModelServer>>;

beforeAll(async () => {
  server = await startModelServer();
});

afterAll(async () => {
  await server.close();
});

describeProbe('echo', () => ({
  probe: echoProbe(),
  entity: component('one', { 'test/echo': server.url }),
  environment: 'demo',
}));

describeProbe('inference', () => {
  const config = mockServices.rootConfig({
    data: {
      performance: {
        environments: { demo: {} },
        inference: {
          load: { users: 2, warmupSeconds: 0, seconds: 2 },
          endpoints: {
            one: {
              url: server.url,
              entities: ['component:default/one'],
              payload: { inline: { instances: [[1, 2, 3, 4]] } },
            },
          },
        },
        limits: { connections: 5, rate: 50, seconds: 8 },
      },
    },
  });
  return {
    probe: createBuiltInProbes(readPerformanceConfig(config), {
      deployments: { read: async () => ({}) },
    })[0],
    entity: component('one'),
    environment: 'demo',
    limits: { connections: 5, rate: 50, seconds: 8, bytes: 1e9 },
  };
});
