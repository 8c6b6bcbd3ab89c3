import { useApi } from '@backstage/core-plugin-api';
import type { Trend, TrendQuery } from '@dynoscope/scorecard';
import { performanceApiRef } from './performanceApiRef';
import { useLoadable, type Loadable } from './useLoadable';

/** One metric of an entity over time, oldest first. */
export function useTrend(
  entityRef: string,
  query: TrendQuery,
): Loadable<Trend> {
  const performance = useApi(performanceApiRef);
  return useLoadable(`${entityRef} ${JSON.stringify(query)}`, signal =>
    performance.getTrend(entityRef, query, { signal }),
  );
}
