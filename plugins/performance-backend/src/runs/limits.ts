import type { Limits } from '@dynoscope/backstage-plugin-performance-node';
import type { ProbePlan, RunError } from '@dynoscope/scorecard';

/** The shape of a closed-loop load under the ceilings of a run. */
export interface LoadShape {
  users: number;
  /** Requests a second, at most. */
  rate: number;
  warmupSeconds: number;
  seconds: number;
  /** Seconds for what is not load: requests before it and answers after it. */
  graceSeconds: number;
  /** Of warm-up and load together. */
  requests: number;
}

/**
 * Fits a load under the ceilings of a run: fewer users than asked for when there are fewer connections, and a shorter
 * warm-up and load when they would not end in time together with the grace.
 */
export function fitLoad(
  asked: { users: number; warmupSeconds: number; seconds: number },
  limits: Limits,
  graceSeconds: number,
): LoadShape {
  const grace = Math.min(graceSeconds, limits.seconds / 4);
  const left = limits.seconds - grace;
  const warmupSeconds = Math.min(asked.warmupSeconds, left / 4);
  const seconds = Math.min(asked.seconds, left - warmupSeconds);
  return {
    users: Math.min(asked.users, limits.connections),
    rate: limits.rate,
    warmupSeconds,
    seconds,
    graceSeconds: grace,
    requests: Math.ceil(limits.rate * (warmupSeconds + seconds)),
  };
}

/** A run that was at the same address before. */
export interface EarlierRun {
  startedAt: Date;
  finishedAt?: Date;
  /** Requests that its plan allowed. */
  requests: number;
}

/**
 * Why a plan may not run at an address now: a ceiling that it passes, the cool-down since the last run there, or the
 * requests of a day. `[]` when it may.
 */
export function admitRun(options: {
  limits: Limits & { coolDown?: number; requestsPerDay?: number };
  probes: readonly ProbePlan[];
  /** Runs at that address in the last 24 hours, of any entity. */
  history: readonly EarlierRun[];
  now: Date;
}): RunError[] {
  const { limits, probes, history, now } = options;
  const refusals = probes.flatMap(probe => passedCeilings(probe, limits));
  const lastEnd = Math.max(
    ...history.map(run => (run.finishedAt ?? run.startedAt).getTime()),
  );
  const coolUntil = lastEnd + (limits.coolDown ?? 0) * 1000;
  if (coolUntil > now.getTime()) {
    refusals.push(
      `The last run at this address ended less than ${
        limits.coolDown
      } s ago (performance.limits.coolDown). The next may start at ${new Date(
        coolUntil,
      ).toISOString()}.`,
    );
  }
  if (limits.requestsPerDay !== undefined) {
    const used = history.reduce((sum, run) => sum + run.requests, 0);
    const planned = probes.reduce((sum, { max }) => sum + max.requests, 0);
    if (used + planned > limits.requestsPerDay) {
      refusals.push(
        `This run may send ${planned} requests and the runs of the last 24 hours ${used}, together more than the ${limits.requestsPerDay} that this address gets in a day (performance.limits.requestsPerDay).`,
      );
    }
  }
  return refusals.map(message => ({ code: 'budget-exceeded', message }));
}

function passedCeilings(probe: ProbePlan, limits: Limits): string[] {
  return (['connections', 'rate', 'seconds', 'bytes'] as const)
    .filter(key => probe.max[key] > limits[key])
    .map(
      key =>
        `The probe ${probe.probe} plans ${probe.max[key]} ${key}; performance.limits.${key} is ${limits[key]}.`,
    );
}
