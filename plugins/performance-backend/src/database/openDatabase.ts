import {
  coreServices,
  createServiceFactory,
  createServiceRef,
  resolvePackagePath,
  type DatabaseService,
} from '@backstage/backend-plugin-api';
import { ServiceUnavailableError } from '@backstage/errors';
import type { Knex } from 'knex';

const migrations = resolvePackagePath(
  '@dynoscope/backstage-plugin-performance-backend',
  'migrations',
);

/** Connects and brings the schema up to date. */
export async function openDatabase(database: DatabaseService): Promise<Knex> {
  try {
    const knex = await database.getClient();
    if (!database.migrations?.skip) {
      await knex.migrate.latest({ directory: migrations });
    }
    return knex;
  } catch (error) {
    throw new ServiceUnavailableError(
      'The performance plugin cannot open its database; check that the server of backend.database runs and that its user may create tables',
      error,
    );
  }
}

/** The migrated database of the plugin. */
export const performanceDatabaseServiceRef = createServiceRef<Knex>({
  id: 'performance.database',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: { database: coreServices.database },
      factory: ({ database }) => openDatabase(database),
    }),
});
