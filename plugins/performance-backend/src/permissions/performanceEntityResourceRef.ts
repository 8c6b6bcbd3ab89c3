import { createPermissionResourceRef } from '@backstage/plugin-permission-node';
import { RESOURCE_TYPE_PERFORMANCE_ENTITY } from '@dynoscope/backstage-plugin-performance-common';
import type { EntityRow } from '../entities/EntityRow';

/** Rows of `entities` whose column holds one of the values. */
export interface EntityCondition {
  column: 'owner' | 'kind' | 'system';
  values: string[];
}

/**
 * What is known about one catalog entity, as a resource of the permission framework.
 *
 * @public
 */
export const performanceEntityResourceRef = createPermissionResourceRef<
  EntityRow,
  EntityCondition
>().with({
  pluginId: 'performance',
  resourceType: RESOURCE_TYPE_PERFORMANCE_ENTITY,
});
