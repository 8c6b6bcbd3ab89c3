import { guide } from '@dynoscope/scorecard';
import { OptionsError } from '../optionsError';
import type { WorkedValue } from '../workedValue';
import { roundDown, shown } from './arithmetic';
import type { Load } from './load';
import type { InferenceServiceOptions } from './options';

/** A value that meets its target with less than a tenth to spare is a warning. */
const share = 0.9;
/** Of the P50 target, for a model that nobody has measured: 5 ms where the guide's small class has 50. */
const unknownShare = 0.1;

/**
 * How long the batcher may wait. Waiting longer than a prediction takes gains nothing, since what gathers meanwhile is the
 * next batch; and the P50 target must hold.
 */
export function settleBatchWait(
  options: InferenceServiceOptions,
  { serviceMs, p50Ms }: Load,
): WorkedValue {
  const guided = guide.batching.waitMs;
  const yours = options.batcher?.maxLatency;
  const shape = { label: 'Wait for a batch, at most', unit: 'ms' };
  const consequence =
    guided + (serviceMs ?? 0) >= p50Ms
      ? `The guide's ${guided} ms alone would leave a P50 of at least ${shown(
          guided + (serviceMs ?? 0),
        )} ms, and the target is below ${p50Ms} ms.`
      : undefined;
  if (yours !== undefined) {
    return {
      ...shape,
      value: yours,
      source: 'yours',
      ...(yours !== guided && { was: guided }),
    };
  }
  const room = p50Ms * share - (serviceMs ?? 0);
  if (room < 1) {
    throw new OptionsError([
      {
        field: 'batcher.enabled',
        message: `must be false: of the P50 target of ${p50Ms} ms × ${share} the model takes ${shown(
          serviceMs ?? 0,
        )} ms itself (serviceMs), which leaves no time to wait`,
      },
    ]);
  }
  const value =
    serviceMs === undefined
      ? Math.min(guided, Math.max(1, roundDown(p50Ms * unknownShare)))
      : Math.min(guided, Math.max(1, Math.ceil(serviceMs)), roundDown(room));
  const sum =
    serviceMs === undefined
      ? `max(1, floor(${p50Ms} ms × ${unknownShare}))`
      : `max(1, ceil(${shown(
          serviceMs,
        )} ms)), floor(${p50Ms} ms × ${share} − ${shown(serviceMs)} ms)`;
  const why =
    serviceMs === undefined
      ? 'A tenth of the P50 target, since the service time (serviceMs) is not known.'
      : 'No longer than a prediction takes: what gathers meanwhile is the next batch. And no longer than the P50 target leaves, with a tenth to spare.';
  return {
    ...shape,
    value,
    source: serviceMs === undefined ? 'default' : 'yours',
    ...(value !== guided && { was: guided }),
    arithmetic: `min(${guided} ms, ${sum}) = ${value}`,
    consequence: [why, consequence].filter(Boolean).join(' '),
  };
}
