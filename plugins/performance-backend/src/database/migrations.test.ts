import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { testDatabases } from '../__testUtils__/databases';
import { openDatabase } from './openDatabase';

jest.setTimeout(60_000);

const directory = resolvePackagePath(
  '@dynoscope/backstage-plugin-performance-backend',
  'migrations',
);
const tables = [
  'entities',
  'evidence',
  'experiments',
  'latest_outcomes',
  'measurements',
  'plans',
  'reports',
  'run_targets',
  'runs',
];

const databases = testDatabases();

describe.each(databases.ids)('migrations on %s', id => {
  it('go up, down to nothing and up again, and every table can be read', async () => {
    const knex = await databases.empty(id);
    for (let round = 0; round < 2; round++) {
      await knex.migrate.latest({ directory });
      for (const table of tables) {
        expect(await knex(table).select()).toEqual([]);
      }
      await knex.migrate.rollback({ directory }, true);
      for (const table of tables) {
        expect(await knex.schema.hasTable(table)).toBe(false);
      }
    }
  });

  it('let one run hold a target, and remember those that did', async () => {
    const knex = await databases.migrated(id);
    await insertRun(knex, 'one');
    await insertRun(knex, 'two');
    const hold = (run: string, released: number | null) =>
      knex('run_targets').insert({
        run_id: run,
        target: '10.0.0.1:80',
        requests: 1,
        held_at: 1,
        released_at: released,
      });
    await hold('one', 2);
    await hold('one', 3);
    await hold('one', null);
    await expect(hold('two', null)).rejects.toThrow(/unique/i);
    await knex('runs').where({ id: 'one' }).delete();
    expect(await knex('run_targets').select()).toEqual([]);
  });

  it('refuse the same idempotency key of one requester, not a missing one', async () => {
    const knex = await databases.migrated(id);
    await insertRun(knex, 'one');
    await insertRun(knex, 'two');
    await insertRun(knex, 'three', 'key');
    await expect(insertRun(knex, 'four', 'key')).rejects.toThrow(/unique/i);
  });
});

describe('a database that is down at the start', () => {
  it('ends the start with what to look at', async () => {
    const database = mockServices.database.mock({
      getClient: async () => {
        throw new Error('connect ECONNREFUSED 127.0.0.1:1');
      },
    });
    await expect(openDatabase(database)).rejects.toThrow(
      /cannot open its database; check that the server of backend\.database runs.*ECONNREFUSED/,
    );
  });
});

async function insertRun(knex: Knex, id: string, key?: string) {
  await knex('runs').insert({
    id,
    entity_ref: 'component:default/iris',
    environment: 'demo',
    state: 'queued',
    trigger: 'user',
    requested_by: 'user:default/guest',
    idempotency_key: key,
    plan: '{}',
    progress: '{}',
    created_at: 1,
  });
}
