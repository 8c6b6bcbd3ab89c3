import type { Cause, Outcome, Scorecard } from '@dynoscope/scorecard';

type Miss = Pick<Outcome, 'checkId' | 'subject' | 'reportId' | 'status'>;

/** The remedy that the report of an outcome names for it. */
export function findRemedy(
  scorecard: Pick<Scorecard, 'remedies'>,
  outcome: Miss,
): Scorecard['remedies'][number] | undefined {
  return mayMiss(outcome)
    ? scorecard.remedies.find(
        ({ checkId, subject, reportId }) =>
          checkId === outcome.checkId &&
          subject === outcome.subject &&
          reportId === outcome.reportId,
      )
    : undefined;
}

/** Why an outcome misses, as its report explains it. */
export function findCauses(
  scorecard: Pick<Scorecard, 'causes'>,
  outcome: Miss,
): Cause[] {
  return mayMiss(outcome)
    ? scorecard.causes.filter(
        ({ checkIds, reportId }) =>
          checkIds.includes(outcome.checkId) && reportId === outcome.reportId,
      )
    : [];
}

/** Only what fails or nearly does is explained and mended. */
function mayMiss(outcome: Miss): boolean {
  return outcome.status === 'fail' || outcome.status === 'warn';
}
