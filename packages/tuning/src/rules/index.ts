import { batcherLatencyExceedsTarget } from './batcherLatencyExceedsTarget';
import { batcherNeverFills } from './batcherNeverFills';
import { batcherRequiresV1 } from './batcherRequiresV1';
import { hpaTargetNotScalable } from './hpaTargetNotScalable';
import { kserveBatcherAnnotationsIgnored } from './kserveBatcherAnnotationsIgnored';
import { kserveDeploymentModeImplicit } from './kserveDeploymentModeImplicit';
import { netpolPortMismatch } from './netpolPortMismatch';
import { netpolSelectsNothing } from './netpolSelectsNothing';
import type { Rule } from './rule';

/**
 * Every rule for manifests, in the guide's order.
 *
 * @public
 */
export const rules: readonly Rule[] = [
  kserveDeploymentModeImplicit,
  hpaTargetNotScalable,
  kserveBatcherAnnotationsIgnored,
  batcherRequiresV1,
  batcherLatencyExceedsTarget,
  batcherNeverFills,
  netpolSelectsNothing,
  netpolPortMismatch,
];
