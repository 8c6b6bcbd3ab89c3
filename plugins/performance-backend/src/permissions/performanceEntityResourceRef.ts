import { createPermissionResourceRef } from '@backstage/plugin-permission-node';
import { RESOURCE_TYPE_PERFORMANCE_ENTITY } from '@dynoscope/backstage-plugin-performance-common';
import type { EntityRow } from '../entities/EntityRow';

/**
 * Entities whose owner, kind or system is one of the values.
 *
 * @public
 */
export interface EntityCondition {
  /** What is compared. */
  column: 'owner' | 'kind' | 'system';
  /** In lower case; one of them must be equal. */
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
