import type { Limits } from '@dynoscope/backstage-plugin-performance-node';
import { fitLoad, type LoadShape } from '../runs/limits';

/** What one user sends before the load, at most: enough for a median with its interval, and a blink of the plan. */
const most = { requests: 20, seconds: 2 };
/** After so long nothing that one user sent counts in a second of the load. */
const restSeconds = 1;
/** A plan that is shorter has no time for one user. */
const leastSeconds = 5;

/** The phase of one user; all 0 when there is none. */
export interface OneUserShape {
  requests: number;
  seconds: number;
  /** Rest after it, so that its last requests and the load's first ones together keep the rate of every second. */
  restSeconds: number;
}

/** The load of an endpoint, with the one user before it. */
export interface InferenceShape extends LoadShape {
  oneUser: OneUserShape;
}

/** Fits one user and a load under the ceilings of a run. */
export function inferenceShape(
  asked: Parameters<typeof fitLoad>[0],
  limits: Limits,
  graceSeconds: number,
): InferenceShape {
  if (limits.seconds < leastSeconds) {
    const oneUser = { requests: 0, seconds: 0, restSeconds: 0 };
    return { ...fitLoad(asked, limits, graceSeconds), oneUser };
  }
  const seconds = Math.min(most.seconds, Math.floor(limits.seconds / 5));
  const requests = Math.min(most.requests, Math.ceil(limits.rate * seconds));
  const left = limits.seconds - seconds - restSeconds;
  return {
    ...fitLoad(asked, { ...limits, seconds: left }, graceSeconds),
    oneUser: { requests, seconds, restSeconds },
  };
}
