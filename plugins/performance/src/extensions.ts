/*
 * What the extensions show, loaded when the first of them is shown. One chunk, since card, tab, page and dialog share most
 * of their code, and a bundler repeats what several chunks share.
 */
export { ScorecardCard } from './card/ScorecardCard';
export { PerformancePage } from './page/PerformancePage';
export { RunDialog } from './run/RunDialog';
export { PerformanceTab } from './tab/PerformanceTab';
