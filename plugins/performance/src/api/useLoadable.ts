import { useCallback, useEffect, useRef, useState } from 'react';

/** Something that is fetched: on its way, not to be had, or there. */
export type Loadable<T> =
  | { state: 'loading' }
  | { state: 'failed'; error: Error; reload: () => void }
  | { state: 'ready'; value: T; reload: () => void };

/** Seconds after which an answer is no longer waited for. */
export const answerSeconds = 10;

/** The backend did not answer in time. */
export class AnswerTimeoutError extends Error {
  readonly name = 'TimeoutError';

  constructor() {
    super(`no answer in ${answerSeconds} s`);
  }
}

type Settled<T> =
  | { key: string; error: Error }
  | { key: string; value: T }
  | undefined;

/**
 * Fetches with `load` whenever `key` changes. `reload` fetches again in the background: what is shown stays until the
 * answer is there, and a reload that fails leaves it. Answers to an earlier key are dropped.
 */
export function useLoadable<T>(
  key: string,
  load: (signal: AbortSignal) => Promise<T>,
): Loadable<T> {
  const [settled, setSettled] = useState<Settled<T>>();
  const [round, setRound] = useState(0);
  const newestLoad = useRef(load);
  newestLoad.current = load;

  useEffect(() => {
    const controller = new AbortController();
    const timer = setTimeout(() => {
      controller.abort();
      fail(new AnswerTimeoutError());
    }, answerSeconds * 1000);
    let isOver = false;
    function finish(next: (earlier: Settled<T>) => Settled<T>) {
      if (isOver) return;
      isOver = true;
      clearTimeout(timer);
      setSettled(next);
    }
    function fail(error: Error) {
      finish(earlier =>
        earlier && earlier.key === key && 'value' in earlier
          ? earlier
          : { key, error },
      );
    }
    newestLoad
      .current(controller.signal)
      .then(value => finish(() => ({ key, value })), fail);
    return () => {
      isOver = true;
      clearTimeout(timer);
      controller.abort();
    };
  }, [key, round]);

  const reload = useCallback(() => setRound(number => number + 1), []);
  const retry = useCallback(() => {
    setSettled(undefined);
    reload();
  }, [reload]);

  if (!settled || settled.key !== key) {
    return { state: 'loading' };
  }
  return 'error' in settled
    ? { state: 'failed', error: settled.error, reload: retry }
    : { state: 'ready', value: settled.value, reload };
}
