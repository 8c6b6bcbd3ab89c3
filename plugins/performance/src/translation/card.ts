/** Texts of the overview card. */
export const cardMessages = {
  title: 'Performance',
  showAll: 'Show all',
  morePass: '{{number}} more pass',
  ofRun: 'of the run {{age}}',
  staleSince: 'Stale: {{age}}',
  staleSincePaused: 'Stale: {{age}}, runs are switched off',
  paused: 'runs are switched off',
  lastRunFailed: 'The last run measured nothing: {{reason}}',
  startedBy: 'started by {{who}}',
  startedBySchedule: 'started by the schedule',
} as const;
