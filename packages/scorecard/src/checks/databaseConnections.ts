import type { Check } from '../check';
import type { Guide } from '../guide';
import { findingsCheck } from './findingsCheck';

export function databaseConnections(guide: Guide): Check {
  return findingsCheck({
    id: 'database-connections',
    category: 'database',
    title: 'Connections',
    failureTitle: 'The connections of the database are badly sized',
    description:
      'Too few connections make requests wait, too many exhaust the memory of the server.',
    subjectKinds: ['database'],
    guideTarget: guide.databaseConnections,
  });
}
