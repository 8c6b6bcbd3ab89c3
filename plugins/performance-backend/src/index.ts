/**
 * The backend of the performance plugin.
 *
 * @packageDocumentation
 */
export {
  createPerformanceConditionalDecision,
  performanceConditions,
} from './permissions/conditionExports';
export { performanceEntityResourceRef } from './permissions/performanceEntityResourceRef';
export { performancePlugin as default } from './plugin';
