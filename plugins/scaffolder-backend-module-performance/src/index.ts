/**
 * Scaffolder actions of Dynoscope.
 *
 * @packageDocumentation
 */
export { scaffolderModulePerformance as default } from './scaffolderModulePerformance';
