/**
 * Quantiles, intervals and mergeable histograms for load tests.
 *
 * @packageDocumentation
 */

export { clopperPearson } from './binomial';
export type { ConfidenceInterval } from './binomial';
export { differenceInterval } from './differenceInterval';
export type { Estimate } from './differenceInterval';
export { decodeHistogram, encodeHistogram } from './hdrHistogram';
export { Histogram } from './histogram';
export type { HistogramBucket } from './histogram';
export { quantile, quantileInterval, quantileRanks } from './quantile';
export {
  minimumSamples,
  moreSamplesToDecide,
  moreTrialsWithoutFailure,
} from './sampleSize';
