/**
 * Performance scorecards in the Backstage catalog.
 *
 * @packageDocumentation
 */
export { performancePlugin as default } from './plugin';
export { performanceApiRef } from './api/performanceApiRef';
export { performanceTranslationRef } from './translation';
