import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { checks, metrics } from '@dynoscope/scorecard';
import type { JsonObject } from '@backstage/types';
import type { Knex } from 'knex';
import { testDatabases } from '../__testUtils__/databases';
import { echoProbe } from '../__testUtils__/echoProbe';
import { component } from '../__testUtils__/portal';
import { readPerformanceConfig } from '../config';
import { createRegistry } from '../createRegistry';
import { databaseNowPlus, readDatabaseTime } from '../database/databaseNow';
import { EntityStore } from '../entities/EntityStore';
import { createOutbound } from '../subjects/outbound';
import { createKillSwitch } from './killSwitch';
import { RunQueue } from './queue/RunQueue';
import { RunStore } from './queue/RunStore';
import { queueDueRuns, scheduleRuns } from './schedule';

jest.setTimeout(60_000);

const databases = testDatabases();
const here = (name: string, port = 80) =>
  component(name, { 'test/echo': `http://127.0.0.1:${port}/` });

describe.each(databases.ids)('the schedule on %s', id => {
  let knex: Knex;

  beforeEach(async () => {
    knex = await databases.migrated(id);
  });

  function setUp(
    performance: JsonObject = {},
    { entities = [here('one')], everywhere = false } = {},
  ) {
    const rootConfig = mockServices.rootConfig({
      data: {
        performance: {
          environments: { demo: {}, live: { production: true } },
          inference: {
            allow: [
              {
                host: '127.0.0.1',
                port: [80, 81],
                cidr: '127.0.0.0/8',
                environment: 'demo',
              },
            ],
          },
          ...performance,
        },
      },
    });
    const logger = mockServices.logger.mock();
    const config = readPerformanceConfig(rootConfig);
    const load = echoProbe({
      subjects: (entity, environment, context) =>
        echoProbe().subjects(
          entity,
          everywhere ? 'demo' : environment,
          context,
        ),
    });
    const reads = echoProbe({
      ...load,
      id: 'reads',
      effect: 'reads',
      candidates: { annotations: [], entityRefs: ['component:default/named'] },
      plan: (...args) => ({ ...load.plan(...args), probe: 'reads' }),
    });
    return {
      rootConfig,
      logger,
      auth: mockServices.auth(),
      catalog: catalogServiceMock({ entities }),
      config,
      registry: createRegistry({ probes: [load, reads], checks, metrics }),
      outbound: createOutbound({ inference: config.inference }),
      killSwitch: createKillSwitch({ config: rootConfig, logger }),
      entities: EntityStore.create({ knex }),
      queue: RunQueue.create({ knex }),
      runs: RunStore.create({ knex }),
      now: () => readDatabaseTime(knex),
    };
  }

  const queued = async () =>
    (await knex('runs').orderBy('entity_ref').orderBy('environment')).map(
      ({ entity_ref, environment, plan }) => [
        entity_ref.split('/')[1],
        environment,
        JSON.parse(plan).probes.map(({ probe }: { probe: string }) => probe),
      ],
    );
  const ended = () =>
    knex('runs')
      .select('id')
      .then(async rows => {
        for (const row of rows) await RunQueue.create({ knex }).cancel(row.id);
      });

  it('queues what is due once, and again when its time has come', async () => {
    const options = setUp({ schedule: { frequency: { minutes: 5 } } });
    expect(await queueDueRuns(options)).toBe(1);
    await ended();
    expect(await queueDueRuns(options)).toBe(0);
    await knex('runs').update({
      created_at: databaseNowPlus(knex, -299_000),
    });
    expect(await queueDueRuns(options)).toBe(0);
    await knex('runs').update({
      created_at: databaseNowPlus(knex, -301_000),
    });
    expect(await queueDueRuns(options)).toBe(1);
    expect(await knex('runs').first('trigger', 'requested_by')).toEqual({
      trigger: 'schedule',
      requested_by: 'schedule',
    });
    expect(await options.entities.find(['component:default/one'])).toEqual([
      expect.objectContaining({ owner: 'group:default/ours' }),
    ]);
  });

  it('finds entities by annotation and by configuration, and queues one run a target', async () => {
    const entities = [
      here('one'),
      here('two'),
      here('named', 81),
      component('other'),
    ];
    const options = setUp({}, { entities });
    await queueDueRuns(options);
    expect(await queued()).toEqual([
      ['named', 'demo', ['echo', 'reads']],
      ['one', 'demo', ['echo', 'reads']],
    ]);
    await ended();
    await queueDueRuns(options);
    expect(await queued()).toContainEqual(['two', 'demo', ['echo', 'reads']]);
  });

  it('puts no load on production unless the operator says so', async () => {
    const careful = setUp({}, { everywhere: true });
    await queueDueRuns(careful);
    await ended();
    await queueDueRuns(careful);
    expect(await queued()).toEqual([
      ['one', 'demo', ['echo', 'reads']],
      ['one', 'live', ['reads']],
    ]);
    await knex('runs').delete();
    const bold = setUp(
      { schedule: { production: true } },
      { everywhere: true },
    );
    await queueDueRuns(bold);
    await ended();
    await queueDueRuns(bold);
    expect(await queued()).toContainEqual(['one', 'live', ['echo', 'reads']]);
  });

  it('queues nothing while the kill switch is off, or for what may not be reached', async () => {
    const off = setUp({ enabled: false });
    expect(await queueDueRuns(off)).toBe(0);
    const outside = setUp({}, { entities: [here('one', 82)] });
    expect(await queueDueRuns(outside)).toBe(0);
    expect(outside.logger.debug).toHaveBeenCalledWith(
      'A scheduled run was not queued',
      expect.objectContaining({ code: 'address-not-allowed' }),
    );
  });

  it('is a task of the scheduler, soon after the start, unless it is switched off', async () => {
    const scheduler = mockServices.scheduler.mock();
    await scheduleRuns({
      ...setUp({ schedule: { initialDelay: { seconds: 3 } } }),
      scheduler,
    });
    expect(scheduler.scheduleTask).toHaveBeenCalledWith(
      expect.objectContaining({ initialDelay: { seconds: 3 } }),
    );
    scheduler.scheduleTask.mockClear();
    await scheduleRuns({
      ...setUp({ schedule: { enabled: false } }),
      scheduler,
    });
    expect(scheduler.scheduleTask).not.toHaveBeenCalled();
  });
});
