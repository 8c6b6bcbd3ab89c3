import { useApi } from '@backstage/core-plugin-api';
import type { PerformanceApi } from '@dynoscope/backstage-plugin-performance-common';
import { useState } from 'react';
import { performanceApiRef } from '../api/performanceApiRef';

/** Something that changes an experiment: whether it is under way, and why it was refused. */
export interface ExperimentAction {
  isPending: boolean;
  error?: Error;
  start(): Promise<void>;
  /** Takes the refusal away. */
  forget(): void;
}

/** Runs `act` once at a time; `onDone` is told when it succeeded. */
export function useExperimentAction(
  act: (performance: PerformanceApi) => Promise<unknown>,
  onDone: () => void,
): ExperimentAction {
  const performance = useApi(performanceApiRef);
  const [isPending, setPending] = useState(false);
  const [error, setError] = useState<Error>();
  return {
    isPending,
    error,
    forget: () => setError(undefined),
    async start() {
      setPending(true);
      setError(undefined);
      try {
        await act(performance);
        onDone();
      } catch (problem) {
        setError(problem as Error);
      }
      setPending(false);
    },
  };
}
