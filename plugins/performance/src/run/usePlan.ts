import { useApi } from '@backstage/core-plugin-api';
import type { Plan } from '@dynoscope/scorecard';
import { useCallback, useEffect, useState } from 'react';
import { performanceApiRef } from '../api/performanceApiRef';

export type PlanState =
  | { kind: 'loading' }
  | { kind: 'failed'; error: Error }
  | {
      kind: 'ready';
      /** What would run. */
      plan: Plan;
      /** With every probe on: the rows of the table. */
      wholePlan: Plan;
      isUpdating: boolean;
    };

/** A plan is asked for again when it expires, but never more often than this: the clock of the browser may be wrong. */
const shortestLifeMs = 60_000;
const longestTimerMs = 2 ** 31 - 1;

/** Ids of the probes of a plan, each once. */
export function probesOf(plan: Plan): string[] {
  return [...new Set(plan.probes.map(({ probe }) => probe))];
}

/**
 * The plan of a run with some probes left out. Each change of the choice asks for the plan again, and so does its
 * expiry, so that what is shown is what would run.
 */
export function usePlan(options: { entityRef: string; environment?: string }) {
  const { entityRef, environment } = options;
  const api = useApi(performanceApiRef);
  const [state, setState] = useState<PlanState>({ kind: 'loading' });
  const [leftOut, setLeftOut] = useState<readonly string[]>([]);
  const [attempt, setAttempt] = useState(0);
  const retry = useCallback(() => setAttempt(count => count + 1), []);

  useEffect(() => {
    let isCurrent = true;
    setState(before =>
      before.kind === 'ready'
        ? { ...before, isUpdating: true }
        : { kind: 'loading' },
    );
    const ask = async () => {
      try {
        const wholePlan = await api.planRun({ entityRef, environment });
        const wanted = probesOf(wholePlan).filter(id => !leftOut.includes(id));
        const isWhole = leftOut.length === 0 || wanted.length === 0;
        const plan = isWhole
          ? wholePlan
          : await api.planRun({ entityRef, environment, probes: wanted });
        if (isCurrent) {
          setState({ kind: 'ready', plan, wholePlan, isUpdating: false });
        }
      } catch (error) {
        if (isCurrent) setState({ kind: 'failed', error: error as Error });
      }
    };
    ask();
    return () => {
      isCurrent = false;
    };
  }, [api, entityRef, environment, leftOut, attempt]);

  const plan = state.kind === 'ready' ? state.plan : undefined;
  useEffect(() => {
    if (!plan) return undefined;
    const lifeMs = Date.parse(plan.expiresAt) - Date.now();
    const waitMs = Math.max(shortestLifeMs, Math.min(lifeMs, longestTimerMs));
    const timer = setTimeout(retry, waitMs);
    return () => clearTimeout(timer);
  }, [plan, retry]);

  const setProbe = useCallback(
    (probe: string, isOn: boolean) =>
      setLeftOut(before =>
        isOn ? before.filter(id => id !== probe) : [...before, probe],
      ),
    [],
  );
  return { state, leftOut, setProbe, retry };
}
