import type { Check } from '../check';
import { type Guide, guide as theGuide } from '../guide';
import { autoscalingReaction } from './autoscalingReaction';
import { databaseConnections } from './databaseConnections';
import { databaseIndexes } from './databaseIndexes';
import { databaseQueryTime } from './databaseQueryTime';
import { databaseSettings } from './databaseSettings';
import { databaseStatistics } from './databaseStatistics';
import { gpuMemory } from './gpuMemory';
import { gpuPower } from './gpuPower';
import { gpuUtilization } from './gpuUtilization';
import { inferenceErrorRate } from './inferenceErrorRate';
import { inferenceLatencyP50 } from './inferenceLatencyP50';
import { inferenceLatencyP99 } from './inferenceLatencyP99';
import { inferenceThroughput } from './inferenceThroughput';
import { llmTimeToFirstToken } from './llmTimeToFirstToken';
import { memoryStable } from './memoryStable';
import { networkLatency } from './networkLatency';
import { noOom } from './noOom';
import { storageObjectThroughput } from './storageObjectThroughput';
import { storageVolumeThroughput } from './storageVolumeThroughput';
import { trainingThroughput } from './trainingThroughput';

/** Every check of the guide, in the guide's order. */
const all: readonly ((guide: Guide) => Check)[] = [
  inferenceLatencyP50,
  inferenceLatencyP99,
  inferenceThroughput,
  inferenceErrorRate,
  llmTimeToFirstToken,
  trainingThroughput,
  gpuUtilization,
  gpuMemory,
  gpuPower,
  databaseQueryTime,
  databaseIndexes,
  databaseSettings,
  databaseConnections,
  databaseStatistics,
  storageObjectThroughput,
  storageVolumeThroughput,
  networkLatency,
  autoscalingReaction,
  noOom,
  memoryStable,
];

/**
 * The checks by the targets of a guide.
 *
 * @public
 */
export function createChecks(guide: Guide): readonly Check[] {
  return all.map(create => create(guide));
}

/**
 * Every check of the guide, in the guide's order.
 *
 * @public
 */
export const checks: readonly Check[] = createChecks(theGuide);
