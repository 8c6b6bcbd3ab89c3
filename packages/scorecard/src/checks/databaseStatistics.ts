import type { Check } from '../check';
import type { Guide } from '../guide';
import { findingsCheck } from './findingsCheck';

export function databaseStatistics(guide: Guide): Check {
  return findingsCheck({
    id: 'database-statistics',
    category: 'database',
    title: 'Planner statistics',
    failureTitle: 'The planner decides by old statistics',
    description:
      'The planner chooses by its statistics of the tables. Old ones make it choose slow plans.',
    subjectKinds: ['database'],
    guideTarget: guide.databaseStatistics,
  });
}
