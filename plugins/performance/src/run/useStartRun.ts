import { useApi } from '@backstage/core-plugin-api';
import type { Plan, Run } from '@dynoscope/scorecard';
import { useState } from 'react';
import { performanceApiRef } from '../api/performanceApiRef';

/**
 * Starts the run of a plan. The plan's id is the idempotency key, so that pressing again after a lost answer never
 * starts a second run.
 */
export function useStartRun(onStarted: (run: Run) => void) {
  const api = useApi(performanceApiRef);
  const [isStarting, setStarting] = useState(false);
  const [error, setError] = useState<Error>();

  async function start(plan: Plan, confirm?: string) {
    setStarting(true);
    setError(undefined);
    try {
      const request = { planId: plan.id, ...(confirm ? { confirm } : {}) };
      const run = await api.startRun(request, { idempotencyKey: plan.id });
      onStarted(run);
    } catch (refusal) {
      setError(refusal as Error);
    }
    setStarting(false);
  }
  return { start, isStarting, error };
}
