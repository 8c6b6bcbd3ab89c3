import type { Scorecard } from '@dynoscope/scorecard';

/** Whether the environment that the scorecard is about is a production one. */
export function isProduction(scorecard: Scorecard): boolean {
  return scorecard.environments.some(
    ({ name, production }) => name === scorecard.environment && production,
  );
}

/** Whether the reader may start a run now: runs are switched on, the permission is there, and something can be measured. */
export function mayRun(scorecard: Scorecard): boolean {
  const needed = isProduction(scorecard) ? 'run-production' : 'run';
  return (
    scorecard.enabled &&
    scorecard.subjects.length > 0 &&
    scorecard.allowedActions.includes(needed)
  );
}
