import { useApi, useApiHolder } from '@backstage/core-plugin-api';
import { signalApiRef } from '@backstage/plugin-signals-react';
import { useEffect, useState } from 'react';
import { performanceApiRef } from '../api/performanceApiRef';
import { followRun, unfollowed, type FollowedRun } from './followRun';

/** Follows a run until it ends, by signals with polling once a second as fallback. */
export function useRun(runId: string | undefined): FollowedRun {
  const api = useApi(performanceApiRef);
  const signals = useApiHolder().get(signalApiRef);
  const [state, setState] = useState({ runId, followed: unfollowed });

  useEffect(() => {
    if (!runId) return undefined;
    return followRun({
      runId,
      getRun: id => api.getRun(id),
      signals,
      onChange: followed => setState({ runId, followed }),
    });
  }, [api, signals, runId]);

  return state.runId === runId ? state.followed : unfollowed;
}
