import { performanceError, type PerformanceError } from '../performanceError';

/**
 * The rules that end a load by themselves, to protect the target and the portal.
 * Source: figures of the safety model, docs/safety.md.
 */
export const breakerRules = {
  errors: { share: 0.05, seconds: 10, leastRequests: 50 },
  latency: { timesBaseline: 3, leastMilliseconds: 50, seconds: 15 },
  portal: { lagMilliseconds: 200, seconds: 5 },
} as const;

/** What is known at one moment of a load. */
export interface BreakerSample {
  elapsedSeconds: number;
  /** P99 of the phase so far, ms. */
  p99?: number;
  /** How late the event loop of the portal is, ms. */
  lag: number;
}

/** The rules in words, for the plan. */
export function breakerWords(): string[] {
  const { errors, latency, portal } = breakerRules;
  return [
    `Stops when more than ${errors.share * 100} % of at least ${
      errors.leastRequests
    } requests within ${errors.seconds} s fail`,
    `Stops when P99 stays above ${latency.timesBaseline} times its last measured value, and ${latency.leastMilliseconds} ms above it, for ${latency.seconds} s`,
    `Stops when the event loop of the portal is more than ${portal.lagMilliseconds} ms late for ${portal.seconds} s`,
  ];
}

/** What a run ends with whose load a rule ended. */
export function breakerError(reason: string): PerformanceError {
  return performanceError(
    'breaker-open',
    `Stopped to protect the service and the portal: ${reason}`,
  );
}

/**
 * Why the load has to end now; `undefined` while it may go on. Samples are in the order of time. Errors are not judged
 * here: the load engine counts every request and applies that rule itself.
 */
export function breakerReason(
  samples: readonly BreakerSample[],
  baseline: { p99?: number } = {},
): string | undefined {
  const newest = samples.at(-1);
  if (!newest) return undefined;
  return tooSlow(samples, newest, baseline.p99) ?? portalLate(samples, newest);
}

function tooSlow(
  samples: readonly BreakerSample[],
  newest: BreakerSample,
  baseline: number | undefined,
): string | undefined {
  if (baseline === undefined) return undefined;
  const { timesBaseline, leastMilliseconds, seconds } = breakerRules.latency;
  // A model of 2 ms that takes 7 ms on a busy machine is not being hurt.
  const limit = Math.max(
    baseline * timesBaseline,
    baseline + leastMilliseconds,
  );
  const held = holdsFor(
    samples,
    newest,
    seconds,
    ({ p99 }) => p99 !== undefined && p99 > limit,
  );
  return held
    ? `P99 stayed above ${timesBaseline} times its last measured value of ${Math.round(
        baseline,
      )} ms for ${seconds} s`
    : undefined;
}

function portalLate(
  samples: readonly BreakerSample[],
  newest: BreakerSample,
): string | undefined {
  const { lagMilliseconds, seconds } = breakerRules.portal;
  return holdsFor(samples, newest, seconds, ({ lag }) => lag > lagMilliseconds)
    ? `The event loop of the portal was more than ${lagMilliseconds} ms late for ${seconds} s`
    : undefined;
}

/** Whether every sample of the last seconds shows it, and the samples reach back that far. */
function holdsFor(
  samples: readonly BreakerSample[],
  newest: BreakerSample,
  seconds: number,
  shows: (sample: BreakerSample) => boolean,
): boolean {
  const from = newest.elapsedSeconds - seconds;
  const lastGood = samples.findLast(sample => !shows(sample));
  const first = samples.find(
    sample => !lastGood || sample.elapsedSeconds > lastGood.elapsedSeconds,
  );
  return shows(newest) && first !== undefined && first.elapsedSeconds <= from;
}
