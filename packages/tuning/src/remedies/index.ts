import type { CheckRemedy } from './CheckRemedy';
import { inferenceErrorRate } from './inferenceErrorRate';
import { inferenceLatencyP50 } from './inferenceLatencyP50';
import { inferenceLatencyP99 } from './inferenceLatencyP99';
import { inferenceThroughput } from './inferenceThroughput';
import { llmTimeToFirstToken } from './llmTimeToFirstToken';

/** What is changed when a check misses, one a check. */
export const remedies: readonly CheckRemedy[] = [
  inferenceLatencyP50,
  inferenceLatencyP99,
  inferenceThroughput,
  inferenceErrorRate,
  llmTimeToFirstToken,
];
