import type { Check } from '../check';
import type { Guide } from '../guide';
import { message } from '../message';
import { describe, unreliable } from '../outcome';
import { docOf } from './docOf';
import { fromGuide } from './fromGuide';
import { find, noValue } from './quantityCheck';

const growth = { metric: 'memory.growth', statistic: 'slope' } as const;

/** Judged by the verdict of the probe, in the fact `verdict` of its measurement: `none`, `suspected` or `confirmed`. */
export function memoryStable(guide: Guide): Check {
  return {
    id: 'memory-stable',
    category: 'kubernetes',
    title: 'Memory growth',
    failureTitle: 'Memory grows until the container is killed',
    description:
      'A leak is a crash with a date: memory grows while the work stays the same, until the limit is reached.',
    guide: 'Performance Checklist',
    doc: docOf('memory-stable'),
    subjectKinds: ['workload'],
    metrics: [growth],
    target: () => fromGuide(guide.memoryStable),
    evaluate({ measurements, target }) {
      const measurement = find(measurements, growth);
      if (!measurement) return noValue(growth);
      const unsure = unreliable(measurement, target);
      if (unsure) return unsure;
      const { margin: _, ...judged } = describe(measurement, target);
      switch (measurement.facts?.verdict) {
        case 'none':
          return { ...judged, status: 'pass' };
        case 'confirmed':
          return { ...judged, status: 'fail' };
        case 'suspected':
          return {
            ...judged,
            status: 'inconclusive',
            reason: message(
              'outcome.leak-suspected',
              'Memory grew in one period only; that may be chance.',
            ),
            needs: message(
              'outcome.needs-second-period',
              'a second period or a second replica that grows too',
            ),
          };
        default:
          return noValue(growth);
      }
    },
  };
}
