import { useApi } from '@backstage/core-plugin-api';
import type { CheckInfo } from '@dynoscope/scorecard';
import { performanceApiRef } from './performanceApiRef';
import { useLoadable, type Loadable } from './useLoadable';

/** The checks that are known to this portal, in the order of the guide. */
export function useChecks(): Loadable<CheckInfo[]> {
  const performance = useApi(performanceApiRef);
  return useLoadable('', async signal => {
    const { items } = await performance.listChecks({ signal });
    return items;
  });
}
