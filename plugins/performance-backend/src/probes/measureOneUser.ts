import { setTimeout as delay } from 'node:timers/promises';
import type { ProbeContext } from '@dynoscope/backstage-plugin-performance-node';
import type { LoadPlanInput, LoadResult } from '@dynoscope/load';
import type { OneUserShape } from './inferenceShape';

/** What the phase of one user brought, and what it took from the plan. */
export interface OneUserPhase {
  result?: LoadResult;
  bytes: number;
}

/**
 * Lets one user send a few requests, so that the latency without load is known. What goes wrong here is said in a note:
 * the load decides whether the target can be measured. Throws only the reason of the signal.
 */
export async function measureOneUser(options: {
  requests: Pick<LoadPlanInput, 'url' | 'protocol' | 'schemaVersion'>;
  shape: OneUserShape;
  context: Pick<ProbeContext, 'note' | 'progress' | 'signal' | 'plan'>;
  timeoutSeconds: number;
  bytes: number;
  send(plan: LoadPlanInput): Promise<LoadResult>;
}): Promise<OneUserPhase> {
  const { requests, shape, context, send } = options;
  const { note, progress, signal } = context;
  if (shape.requests === 0) return { bytes: 0 };
  progress({ message: 'One user' });
  let result: LoadResult;
  try {
    result = await send({
      ...requests,
      arrival: { kind: 'closed', users: 1 },
      seconds: shape.seconds,
      timeoutSeconds: Math.min(options.timeoutSeconds, shape.seconds),
      breaker: false,
      limits: {
        requests: shape.requests,
        rate: context.plan.max.rate,
        connections: 1,
        bytes: options.bytes,
        seconds: shape.seconds,
      },
    });
  } catch {
    signal.throwIfAborted();
    note('The latency of one user was not measured: the load engine failed.');
    return { bytes: 0 };
  }
  signal.throwIfAborted();
  const { sent, succeeded } = result.requests;
  if (succeeded === 0) {
    note(
      `The latency of one user was not measured: none of ${sent} requests was answered.`,
    );
  }
  await delay(shape.restSeconds * 1000, undefined, { signal });
  return {
    result: succeeded > 0 ? result : undefined,
    bytes: result.bytes.sent + result.bytes.received,
  };
}
