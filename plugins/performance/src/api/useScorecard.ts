import { useApi } from '@backstage/core-plugin-api';
import type { Scorecard } from '@dynoscope/scorecard';
import { useEffect } from 'react';
import { performanceApiRef } from './performanceApiRef';
import { useLoadable, type Loadable } from './useLoadable';

/** Seconds between two looks at a scorecard that rests. */
const calm = 30;
/** Seconds while a first report or the end of an experiment is awaited. */
const eager = 5;

/**
 * The scorecard of an entity, in its first environment unless one is named. It is looked at again from time to time
 * while the page is visible, so that a run which the schedule starts shows by itself.
 */
export function useScorecard(
  entityRef: string,
  environment?: string,
): Loadable<Scorecard> {
  const performance = useApi(performanceApiRef);
  const loadable = useLoadable(`${entityRef} ${environment ?? ''}`, signal =>
    performance.getScorecard(entityRef, { environment, signal }),
  );
  const isReady = loadable.state === 'ready';
  const isAwaited = isReady && awaitsNews(loadable.value);
  const reload = isReady ? loadable.reload : undefined;
  useEffect(() => {
    if (!reload) {
      return undefined;
    }
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') reload();
    }, (isAwaited ? eager : calm) * 1000);
    return () => clearInterval(timer);
  }, [reload, isAwaited]);
  return loadable;
}

function awaitsNews(scorecard: Scorecard): boolean {
  const { empty, experiments } = scorecard;
  return (
    empty === 'not-measured-yet' ||
    experiments.some(({ state }) => state === 'applied')
  );
}
