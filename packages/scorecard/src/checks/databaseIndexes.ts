import type { Check } from '../check';
import type { Guide } from '../guide';
import { findingsCheck } from './findingsCheck';

export function databaseIndexes(guide: Guide): Check {
  return findingsCheck({
    id: 'database-indexes',
    category: 'database',
    title: 'Indexes',
    failureTitle: 'The database reads whole tables for want of an index',
    description:
      'Without an index a query reads every row of its table, and takes longer with every run that is stored.',
    subjectKinds: ['database'],
    guideTarget: guide.databaseIndexes,
  });
}
