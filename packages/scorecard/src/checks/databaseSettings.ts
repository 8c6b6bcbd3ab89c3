import type { Check } from '../check';
import type { Guide } from '../guide';
import { findingsCheck } from './findingsCheck';

export function databaseSettings(guide: Guide): Check {
  return findingsCheck({
    id: 'database-settings',
    category: 'database',
    title: 'Settings',
    failureTitle: 'Settings of the database do not fit its machine',
    description:
      'Memory, planner and write settings that do not fit the machine make every query slower, or put the data at risk.',
    subjectKinds: ['database'],
    guideTarget: guide.databaseSettings,
  });
}
