/* What an entity with an experiment shows, and the comparison of two reports: loaded when the first of them is shown. */
export { ComparePage } from './compare/ComparePage';
export { ExperimentPanel } from './experiment/ExperimentPanel';
export { ExperimentSection } from './experiment/ExperimentSection';
