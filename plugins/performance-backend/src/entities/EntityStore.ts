import {
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import type { PermissionCriteria } from '@backstage/plugin-permission-common';
import type { Knex } from 'knex';
import { databaseNow } from '../database/databaseNow';
import { performanceDatabaseServiceRef } from '../database/openDatabase';
import type { EntityCondition } from '../permissions/performanceEntityResourceRef';
import { whereConditions } from '../permissions/whereConditions';
import { toEntityRow, type EntityRow } from './EntityRow';

const columns: (keyof EntityRow)[] = [
  'entity_ref',
  'kind',
  'namespace',
  'name',
  'title',
  'owner',
  'system',
  'type',
  'lifecycle',
];

/** The copy of catalog entities that conditions and filters of SQL queries work on. */
export class EntityStore {
  private constructor(private readonly knex: Knex) {}

  static create(options: { knex: Knex }): EntityStore {
    return new EntityStore(options.knex);
  }

  /** Copies entities; writes only what changed. */
  async put(entities: Entity[]): Promise<void> {
    const rows = entities.map(toEntityRow);
    const known = await this.find(rows.map(row => row.entity_ref));
    for (const [index, row] of rows.entries()) {
      const copy = known[index];
      if (copy && columns.every(column => copy[column] === row[column])) {
        continue;
      }
      await this.knex('entities')
        .insert({ ...row, updated_at: databaseNow(this.knex) })
        .onConflict('entity_ref')
        .merge();
    }
  }

  /** Rows in the order of the references, `undefined` for one that was never copied. */
  async find(entityRefs: string[]): Promise<(EntityRow | undefined)[]> {
    const rows: EntityRow[] = await this.knex('entities')
      .select(columns)
      .whereIn('entity_ref', entityRefs);
    const byRef = new Map(rows.map(row => [row.entity_ref, row]));
    return entityRefs.map(ref => byRef.get(ref));
  }

  /** Which of the entities fulfil the conditions of a permission decision. */
  async filter(
    entityRefs: string[],
    criteria: PermissionCriteria<EntityCondition>,
  ): Promise<string[]> {
    return whereConditions(
      this.knex('entities').whereIn('entity_ref', entityRefs),
      criteria,
    ).pluck('entity_ref');
  }
}

/** The entity store of the plugin. */
export const entityStoreServiceRef = createServiceRef<EntityStore>({
  id: 'performance.entities',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: { knex: performanceDatabaseServiceRef },
      factory: ({ knex }) => EntityStore.create({ knex }),
    }),
});
