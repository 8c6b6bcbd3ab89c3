import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { checks, metrics } from '@dynoscope/scorecard';
import { testDatabases } from '../__testUtils__/databases';
import { echoProbe } from '../__testUtils__/echoProbe';
import { component } from '../__testUtils__/portal';
import { readPerformanceConfig } from '../config';
import { createRegistry } from '../createRegistry';
import { readDatabaseTime } from '../database/databaseNow';
import { EntityStore } from '../entities/EntityStore';
import { createOutbound } from '../subjects/outbound';
import { createKillSwitch } from './killSwitch';
import { RunQueue } from './queue/RunQueue';
import { RunStore } from './queue/RunStore';
import { queueDueRuns } from './schedule';

jest.setTimeout(60_000);

const databases = testDatabases();
const ports = Array.from({ length: 10 }, (_, index) => 8001 + index);

describe.each(databases.ids)('many entities on %s', id => {
  async function setUp(probe = echoProbe()) {
    const knex = await databases.migrated(id);
    const rootConfig = mockServices.rootConfig({
      data: {
        performance: {
          environments: { demo: {} },
          inference: {
            allow: [{ host: '127.0.0.1', port: ports, cidr: '127.0.0.0/8' }],
          },
        },
      },
    });
    const logger = mockServices.logger.mock();
    const config = readPerformanceConfig(rootConfig);
    const entities = ports.map(port =>
      component(`e${port}`, { 'test/echo': `http://127.0.0.1:${port}/` }),
    );
    const options = {
      logger,
      auth: mockServices.auth(),
      catalog: catalogServiceMock({ entities }),
      config,
      registry: createRegistry({ probes: [probe], checks, metrics }),
      outbound: createOutbound({ inference: config.inference }),
      killSwitch: createKillSwitch({ config: rootConfig, logger }),
      entities: EntityStore.create({ knex }),
      queue: RunQueue.create({ knex }),
      runs: RunStore.create({ knex }),
      now: () => readDatabaseTime(knex),
    };
    return { knex, options };
  }

  it('are queued a few at a time, and each has its turn before any has its second', async () => {
    const { knex, options } = await setUp();
    const turns: string[] = [];
    for (let look = 0; look < 6; look++) {
      expect(await queueDueRuns(options)).toBe(4);
      expect(await queueDueRuns(options)).toBe(0);
      for (
        let claim = await options.queue.claim('w');
        claim;
        claim = await options.queue.claim('w')
      ) {
        turns.push(claim.run.entityRef);
        await options.queue.finish(claim, { state: 'succeeded' });
      }
      // Everything is due again before all had their turn.
      await knex('runs').update({
        created_at: knex.raw('created_at - 3600000'),
      });
    }
    expect(new Set(turns.slice(0, 10)).size).toBe(10);
    expect(new Set(turns.slice(10, 20)).size).toBe(10);
  });

  it('are not kept waiting by one that a probe cannot plan', async () => {
    const probe = echoProbe();
    const { options } = await setUp({
      ...probe,
      plan(subject, limits) {
        if (subject.address.includes('8001')) throw new Error('cannot');
        return probe.plan(subject, limits);
      },
    });
    expect(await queueDueRuns(options)).toBe(4);
    expect(options.logger.error).toHaveBeenCalledWith(
      'A scheduled run could not be queued',
      expect.objectContaining({ entityRef: 'component:default/e8001' }),
    );
  });
});
