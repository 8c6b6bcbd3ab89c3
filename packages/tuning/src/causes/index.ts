import { batcherFull } from './batcherFull';
import { batcherWait } from './batcherWait';
import type { CauseRule } from './CauseRule';
import { failedRequests } from './failedRequests';
import { queueing } from './queueing';
import { slowModel } from './slowModel';

/** Every cause that is known, the most telling first. */
export const causes: readonly CauseRule[] = [
  batcherWait,
  batcherFull,
  queueing,
  slowModel,
  failedRequests,
];
