import { useApi } from '@backstage/core-plugin-api';
import type { Comparison } from '@dynoscope/scorecard';
import { performanceApiRef } from './performanceApiRef';
import { useLoadable, type Loadable } from './useLoadable';

/** Two reports held against each other. */
export function useComparison(
  base: string,
  candidate: string,
): Loadable<Comparison> {
  const performance = useApi(performanceApiRef);
  return useLoadable(`${base} ${candidate}`, signal =>
    performance.compare({ base, candidate }, { signal }),
  );
}
