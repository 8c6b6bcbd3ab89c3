import { notAttempted } from './judgeSubject';
import type { Outcome } from './outcomeSchema';

/**
 * Whether an outcome says something about the service, or that nothing is to be said: all but `error` and `no-data`.
 *
 * @public
 */
export function isConclusive(outcome: Outcome): boolean {
  return outcome.status !== 'error' && outcome.status !== 'no-data';
}

/** Whether an outcome judges what was measured, which a run that measured nothing may not take away. */
function hasVerdict(outcome: Outcome): boolean {
  return isConclusive(outcome) && outcome.status !== 'not-applicable';
}

/**
 * The outcome to show after a new run of the same check and subject: the new one if it is conclusive, else the old verdict
 * with the attempt noted beside it. A run that had no probe for the check leaves the old verdict as it is.
 *
 * @public
 */
export function keepConclusive(
  previous: Outcome | undefined,
  next: Outcome,
): Outcome {
  const { status } = next;
  if (!previous || !hasVerdict(previous)) return next;
  if (status !== 'error' && status !== 'no-data') return next;
  if (next.messages?.reason?.id === notAttempted) return previous;
  return {
    ...previous,
    lastAttempt: {
      status,
      reason: next.reason ?? '',
      at: next.measuredAt,
      runId: next.runId,
      reportId: next.reportId,
    },
  };
}

/**
 * The outcome with `stale` set when it was measured longer ago than its freshness, and without it otherwise.
 *
 * @public
 */
export function markStale(
  outcome: Outcome,
  options: {
    now: Date | string;
    freshnessSeconds: number;
  },
): Outcome {
  const { stale: _, ...fresh } = outcome;
  const age = new Date(options.now).getTime() - Date.parse(outcome.measuredAt);
  const old = age > options.freshnessSeconds * 1_000;
  return old && hasVerdict(outcome) ? { ...fresh, stale: true } : fresh;
}
