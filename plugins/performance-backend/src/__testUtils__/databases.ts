import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { openDatabase } from '../database/openDatabase';

const postgres = 'BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING';

/** SQLite, and PostgreSQL where its binaries exist: there a missing server fails the test instead of skipping it. */
export function testDatabases() {
  const expected = process.platform === 'linux' && process.arch === 'x64';
  const databases = TestDatabases.create({
    ids:
      expected || process.env[postgres]
        ? ['SQLITE_3', 'POSTGRES_18']
        : ['SQLITE_3'],
    disableDocker: true,
  });
  if (expected && !databases.supports('POSTGRES_18')) {
    throw new Error(`Set ${postgres}; npm test starts a server and does so`);
  }
  return {
    ids: databases.eachSupportedId(),
    /** An empty database. */
    empty: databases.init.bind(databases),
    /** A database with the schema of the plugin. */
    async migrated(id: Parameters<typeof databases.init>[0]): Promise<Knex> {
      return openDatabase(
        mockServices.database({ knex: await databases.init(id) }),
      );
    },
  };
}
