import type { Check } from '../check';
import type { Guide } from '../guide';
import { fromGuide } from './fromGuide';
import { quantityCheck } from './quantityCheck';

export function databaseQueryTime(guide: Guide): Check {
  return quantityCheck({
    id: 'database-query-time',
    category: 'database',
    title: 'Query time, P95',
    failureTitle: 'The database answers too slowly',
    description:
      'The pages and jobs that read experiments and runs wait for these queries. One in twenty takes longer than this.',
    guide: 'Performance Checklist',
    subjectKinds: ['database'],
    quantities: [{ metric: 'database.query_time', statistic: 'p95' }],
    samples: { one: 'timed read', other: 'timed reads' },
    target: () => fromGuide(guide.databaseQueryTime),
  });
}
