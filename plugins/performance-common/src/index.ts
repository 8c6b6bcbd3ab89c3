/**
 * Permissions and client of the performance plugin.
 *
 * @packageDocumentation
 */
export type {
  PerformanceApi,
  PerformanceRequestOptions,
} from './PerformanceApi';
export { PerformanceClient } from './PerformanceClient';
export {
  RESOURCE_TYPE_PERFORMANCE_ENTITY,
  performanceEvidenceReadPermission,
  performanceExperimentCreatePermission,
  performancePermissions,
  performanceReportReadPermission,
  performanceRunCancelPermission,
  performanceRunCreatePermission,
  performanceRunCreateProductionPermission,
} from './permissions';
