import { useApiHolder } from '@backstage/core-plugin-api';
import { signalApiRef } from '@backstage/plugin-signals-react';
import type { Experiment } from '@dynoscope/scorecard';
import { useEffect, useRef } from 'react';

/** Says when the backend sends news of an experiment that is not ended; without signals the page asks from time to time. */
export function useExperimentNews(
  experiments: readonly Experiment[],
  onNews: () => void,
): void {
  const signals = useApiHolder().get(signalApiRef);
  const newestOnNews = useRef(onNews);
  newestOnNews.current = onNews;
  const open = experiments
    .filter(({ state }) => state === 'proposed' || state === 'applied')
    .map(({ id }) => id)
    .join(' ');
  useEffect(() => {
    const subscriptions = open
      .split(' ')
      .filter(Boolean)
      .map(id =>
        signals?.subscribe(`performance:experiment:${id}`, () =>
          newestOnNews.current(),
        ),
      );
    return () =>
      subscriptions.forEach(subscription => subscription?.unsubscribe());
  }, [signals, open]);
}
