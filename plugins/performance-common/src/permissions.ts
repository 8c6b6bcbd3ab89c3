import { createPermission } from '@backstage/plugin-permission-common';

/**
 * Permission resource type of what is known about one catalog entity. Its resource reference is the entity reference.
 *
 * @public
 */
export const RESOURCE_TYPE_PERFORMANCE_ENTITY = 'performance-entity';

/**
 * Reading scorecards, reports, trends and runs. The entity itself must also be readable in the catalog.
 *
 * @public
 */
export const performanceReportReadPermission = createPermission({
  name: 'performance.report.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_PERFORMANCE_ENTITY,
});

/**
 * Reading the raw material kept with a report.
 *
 * @public
 */
export const performanceEvidenceReadPermission = createPermission({
  name: 'performance.evidence.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_PERFORMANCE_ENTITY,
});

/**
 * Planning and starting a run.
 *
 * @public
 */
export const performanceRunCreatePermission = createPermission({
  name: 'performance.run.create',
  attributes: { action: 'create' },
  resourceType: RESOURCE_TYPE_PERFORMANCE_ENTITY,
});

/**
 * Planning and starting a run in a production environment, in addition to {@link performanceRunCreatePermission}.
 *
 * @public
 */
export const performanceRunCreateProductionPermission = createPermission({
  name: 'performance.run.create-production',
  attributes: { action: 'create' },
  resourceType: RESOURCE_TYPE_PERFORMANCE_ENTITY,
});

/**
 * Cancelling a run.
 *
 * @public
 */
export const performanceRunCancelPermission = createPermission({
  name: 'performance.run.cancel',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_PERFORMANCE_ENTITY,
});

/**
 * Recording, measuring, undoing and abandoning an experiment, in addition to {@link performanceRunCreatePermission}.
 *
 * @public
 */
export const performanceExperimentCreatePermission = createPermission({
  name: 'performance.experiment.create',
  attributes: { action: 'create' },
  resourceType: RESOURCE_TYPE_PERFORMANCE_ENTITY,
});

/**
 * Every permission of the plugin.
 *
 * @public
 */
export const performancePermissions = [
  performanceReportReadPermission,
  performanceEvidenceReadPermission,
  performanceRunCreatePermission,
  performanceRunCreateProductionPermission,
  performanceRunCancelPermission,
  performanceExperimentCreatePermission,
];
