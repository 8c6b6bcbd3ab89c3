import { useApi } from '@backstage/core-plugin-api';
import type { GenerateResponse } from '@dynoscope/scorecard';
import { useEffect, useRef, useState } from 'react';
import { performanceApiRef } from '../api/performanceApiRef';
import { generatorId, isComplete, requestOf, type Tuning } from './tuning';

/** Milliseconds after the last change before the backend is asked. */
const patience = 300;

/** What the backend makes of the form. */
export interface Generated {
  /** The last answer; it stays while the next is on its way or refused. */
  answer?: GenerateResponse;
  error?: Error;
  isPending: boolean;
}

/** Asks the backend what the form leads to: at once at first, then a moment after the last change. */
export function useGenerated(tuning: Tuning): Generated {
  const performance = useApi(performanceApiRef);
  const [generated, setGenerated] = useState<Generated>({ isPending: false });
  const hasAsked = useRef(false);
  const question = isComplete(tuning)
    ? JSON.stringify(requestOf(tuning))
    : undefined;
  useEffect(() => {
    if (question === undefined) {
      setGenerated(({ answer }) => ({ answer, isPending: false }));
      return undefined;
    }
    const controller = new AbortController();
    const { signal } = controller;
    setGenerated(earlier => ({ ...earlier, isPending: true }));
    const timer = setTimeout(
      async () => {
        try {
          const answer = await performance.generate(
            generatorId,
            JSON.parse(question),
            { signal },
          );
          if (!signal.aborted) setGenerated({ answer, isPending: false });
        } catch (error) {
          if (signal.aborted) return;
          setGenerated(({ answer }) => ({
            answer,
            error: error as Error,
            isPending: false,
          }));
        }
      },
      hasAsked.current ? patience : 0,
    );
    hasAsked.current = true;
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [performance, question]);
  return generated;
}
