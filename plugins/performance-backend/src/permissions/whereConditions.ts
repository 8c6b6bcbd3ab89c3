import type { PermissionCriteria } from '@backstage/plugin-permission-common';
import type { Knex } from 'knex';
import type { EntityCondition } from './performanceEntityResourceRef';

/** Restricts a query on `entities` to the rows that the conditions of a decision allow. */
export function whereConditions(
  query: Knex.QueryBuilder,
  criteria: PermissionCriteria<EntityCondition>,
): Knex.QueryBuilder {
  if ('anyOf' in criteria) {
    return query.where(inner => {
      inner.whereRaw('1 = 0');
      for (const part of criteria.anyOf) {
        inner.orWhere(branch => void whereConditions(branch, part));
      }
    });
  }
  if ('allOf' in criteria) {
    return query.where(inner => {
      for (const part of criteria.allOf) whereConditions(inner, part);
    });
  }
  if ('not' in criteria) {
    // A condition is false, never unknown, where the column is empty.
    return query.whereNot(inner => void whereConditions(inner, criteria.not));
  }
  const column = `entities.${criteria.column}`;
  return query.where(inner => {
    inner.whereNotNull(column).whereIn(column, criteria.values);
  });
}
