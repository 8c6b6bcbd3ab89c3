import type { SourcedTarget } from '../check';
import type { Guide } from '../guide';
import type { Measurement } from '../schema';
import { boundsOf } from '../target';
import { fromGuide } from './fromGuide';

/** How transfers are counted: their median is judged. */
export const transfers = {
  samples: { one: 'transfer', other: 'transfers' },
  leastSamples: 3,
};

/** The guide's figure, or what the workload needs where that is more: the fact `need` of a measurement, in MB/s. */
export function storageTarget(
  guide: Guide,
  measurements: readonly Measurement[],
): SourcedTarget {
  const base = fromGuide(guide.storageThroughput);
  const needs = measurements
    .map(({ facts }) => facts?.need)
    .filter((need): need is number => typeof need === 'number');
  const above = Math.max(boundsOf(base.target).low, ...needs);
  if (!needs.includes(above)) return base;
  const reference = 'Performance Checklist, need of the workload';
  return { target: { above }, source: { kind: 'guide', reference } };
}
