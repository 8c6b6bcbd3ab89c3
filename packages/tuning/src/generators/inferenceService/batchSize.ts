import { guide, type Input } from '@dynoscope/scorecard';
import { OptionsError } from '../optionsError';
import type { WorkedValue } from '../workedValue';
import { roundDown, shown } from './arithmetic';
import type { Load } from './load';
import type { InferenceServiceOptions } from './options';

/** How many requests a batch may hold: no more than one replica has at a time, else it never fills. */
export function settleBatchSize(
  options: InferenceServiceOptions,
  load: Load,
  minReplicas: number,
  waitMs: number,
): { size: WorkedValue; input: Input } {
  const guided = guide.batching.size;
  const yours = options.batcher?.maxBatchSize;
  const { usualRate, serviceMs } = load;
  const users = options.users ?? guide.load.users;
  const input: Input = {
    name: 'users',
    label: 'Users at the same time',
    value: users,
    ...(options.users === undefined
      ? { source: 'guide', detail: 'Inference Benchmarking' }
      : { source: 'yours' }),
  };
  const shape = { label: 'Requests in a batch, at most' };
  if (yours !== undefined) {
    return {
      input,
      size: {
        ...shape,
        value: yours,
        source: 'yours',
        ...(yours !== guided && { was: guided }),
      },
    };
  }
  const byRate =
    options.users === undefined &&
    usualRate !== undefined &&
    serviceMs !== undefined;
  const atOnce = byRate ? (usualRate * (waitMs + serviceMs)) / 1000 : users;
  const sum = byRate
    ? `${shown(usualRate)}/s × ${shown((waitMs + serviceMs) / 1000)} s`
    : `${users} users`;
  const each = roundDown(atOnce / minReplicas);
  if (each < 2) {
    throw new OptionsError([
      {
        field: 'batcher.enabled',
        message: `must be false: ${sum} ÷ ${minReplicas} replicas are fewer than 2 requests at a time, so no batch would fill; say how many users send at the same time (users) or lower autoscaling.minReplicas`,
      },
    ]);
  }
  const value = Math.min(guided, each);
  return {
    input,
    size: {
      ...shape,
      value,
      source: byRate ? 'yours' : input.source,
      ...(value !== guided && { was: guided }),
      arithmetic: `min(${guided}, floor(${sum} ÷ ${minReplicas})) = min(${guided}, ${each}) = ${value}`,
      consequence:
        value < guided
          ? `With more than ${each} a batch would never fill, and each request would wait its whole time.`
          : undefined,
    },
  };
}
