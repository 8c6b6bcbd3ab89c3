import type { Outcome, Report, Scorecard } from '@dynoscope/scorecard';

/** Whether something should be changed for the sake of this outcome. */
export function isMissed({ status }: Outcome): boolean {
  return status === 'fail' || status === 'warn';
}

/** Why the outcomes of a scorecard miss and what to change, as the reports say that they come from. */
export function explanationsOf(
  outcomes: readonly Outcome[],
  reports: readonly Report[],
): Pick<Scorecard, 'remedies' | 'causes'> {
  const missed = outcomes.filter(isMissed);
  const missedIn = ({ id }: Report) =>
    missed.filter(({ reportId }) => reportId === id);
  return {
    remedies: reports.flatMap(report =>
      report.remedies
        .filter(remedy =>
          missedIn(report).some(
            ({ checkId, subject }) =>
              checkId === remedy.checkId && subject === remedy.subject,
          ),
        )
        .map(remedy => ({ ...remedy, reportId: report.id })),
    ),
    causes: reports.flatMap(report =>
      report.causes
        .filter(({ checkIds }) =>
          missedIn(report).some(({ checkId }) => checkIds.includes(checkId)),
        )
        .map(cause => ({ ...cause, reportId: report.id })),
    ),
  };
}
