/**
 * The backend of the performance plugin.
 *
 * @packageDocumentation
 */
export type { EntityRow } from './entities/EntityRow';
export {
  createPerformanceConditionalDecision,
  performanceConditions,
} from './permissions/conditionExports';
export { performanceEntityResourceRef } from './permissions/performanceEntityResourceRef';
export type { EntityCondition } from './permissions/performanceEntityResourceRef';
export { performancePlugin as default } from './plugin';
