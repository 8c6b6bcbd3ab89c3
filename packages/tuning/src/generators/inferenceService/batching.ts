import { guide, type Input } from '@dynoscope/scorecard';
import { OptionsError } from '../optionsError';
import type { WorkedValue } from '../workedValue';
import { roundDown, shown } from './arithmetic';
import type { Load } from './load';
import type { InferenceServiceOptions } from './options';
import type { Batching } from './service';

/** A value that meets its target with less than a tenth to spare is a warning. */
const share = 0.9;

/** How long the batcher waits and for how many, and how that was found. */
export function settleBatching(
  options: InferenceServiceOptions,
  load: Load,
  minReplicas: number,
): { batching: Batching; inputs: Input[]; warnings: string[] } {
  const maxLatency = settleWait(options, load);
  const { size, input } = settleSize(
    options,
    load,
    minReplicas,
    Number(maxLatency.value),
  );
  const slowest = Number(maxLatency.value) + (load.serviceMs ?? 0);
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

function settleWait(
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
  const room = serviceMs === undefined ? p50Ms / 2 : p50Ms * share - serviceMs;
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
  const value = Math.min(guided, roundDown(room));
  const sum =
    serviceMs === undefined
      ? `${p50Ms} ms ÷ 2`
      : `${p50Ms} ms × ${share} − ${shown(serviceMs)} ms`;
  const why =
    serviceMs === undefined
      ? 'Half of the P50 target, since the service time (serviceMs) is not known.'
      : 'What the P50 target leaves beside the service time, with a tenth to spare.';
  return {
    ...shape,
    value,
    source: serviceMs === undefined ? 'default' : 'yours',
    ...(value !== guided && { was: guided }),
    arithmetic: `min(${guided} ms, floor(${sum})) = min(${guided}, ${roundDown(
      room,
    )}) = ${value}`,
    consequence: [why, consequence].filter(Boolean).join(' '),
  };
}

function settleSize(
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
