import type { Input } from '@dynoscope/scorecard';
import { shown } from './arithmetic';
import { settleBatchSize } from './batchSize';
import { settleBatchWait } from './batchWait';
import type { Load } from './load';
import type { InferenceServiceOptions } from './options';
import type { Batching } from './service';

/** How long the batcher waits and for how many, and how that was found. */
export function settleBatching(
  options: InferenceServiceOptions,
  load: Load,
  minReplicas: number,
): { batching: Batching; inputs: Input[]; warnings: string[] } {
  const maxLatency = settleBatchWait(options, load);
  const { size, input } = settleBatchSize(
    options,
    load,
    minReplicas,
    maxLatency.value,
  );
  const slowest = maxLatency.value + (load.serviceMs ?? 0);
  const warnings =
    slowest >= load.p50Ms
      ? [
          `batcher.maxLatency: a request that waits its whole time takes ${shown(
            slowest,
          )} ms, and the P50 target is below ${load.p50Ms} ms`,
        ]
      : [];
  return {
    batching: { maxBatchSize: size, maxLatency },
    inputs: [input],
    warnings,
  };
}
