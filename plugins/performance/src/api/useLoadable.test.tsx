import { act, renderHook } from '@testing-library/react';
import { answerSeconds, useLoadable } from './useLoadable';

/** A fetch whose answers the test gives. */
function questions() {
  const asked: {
    signal: AbortSignal;
    answer: (value: string) => Promise<void>;
    fail: (error: Error) => Promise<void>;
  }[] = [];
  const load = (signal: AbortSignal) =>
    new Promise<string>((resolve, reject) => {
      asked.push({
        signal,
        answer: async value => act(async () => resolve(value)),
        fail: async error => act(async () => reject(error)),
      });
    });
  return { asked, load };
}

describe('useLoadable', () => {
  it('loads, then has the value', async () => {
    const { asked, load } = questions();
    const { result } = renderHook(() => useLoadable('a', load));
    expect(result.current.state).toBe('loading');
    await asked[0].answer('first');
    expect(result.current).toMatchObject({ state: 'ready', value: 'first' });
  });

  it('drops the answer to an earlier question', async () => {
    const { asked, load } = questions();
    const { result, rerender } = renderHook(
      ({ key }) => useLoadable(key, load),
      {
        initialProps: { key: 'a' },
      },
    );
    rerender({ key: 'b' });
    expect(asked[0].signal.aborted).toBe(true);
    await asked[1].answer('of b');
    await asked[0].answer('of a');
    expect(result.current).toMatchObject({ state: 'ready', value: 'of b' });
  });

  it('never shows the value of another key', async () => {
    const { asked, load } = questions();
    const { result, rerender } = renderHook(
      ({ key }) => useLoadable(key, load),
      {
        initialProps: { key: 'a' },
      },
    );
    await asked[0].answer('of a');
    rerender({ key: 'b' });
    expect(result.current.state).toBe('loading');
  });

  it('keeps what it shows while it reloads, and when a reload fails', async () => {
    const { asked, load } = questions();
    const { result } = renderHook(() => useLoadable('a', load));
    await asked[0].answer('first');
    act(() => result.current.state === 'ready' && result.current.reload());
    expect(result.current).toMatchObject({ state: 'ready', value: 'first' });
    await asked[1].fail(new Error('away'));
    expect(result.current).toMatchObject({ state: 'ready', value: 'first' });
  });

  it('loads again after a failure', async () => {
    const { asked, load } = questions();
    const { result } = renderHook(() => useLoadable('a', load));
    await asked[0].fail(new Error('away'));
    expect(result.current).toMatchObject({
      state: 'failed',
      error: { message: 'away' },
    });
    act(() => result.current.state === 'failed' && result.current.reload());
    expect(result.current.state).toBe('loading');
    await asked[1].answer('second');
    expect(result.current).toMatchObject({ state: 'ready', value: 'second' });
  });

  it('gives up after its time', async () => {
    jest.useFakeTimers();
    try {
      const { asked, load } = questions();
      const { result } = renderHook(() => useLoadable('a', load));
      act(() => {
        jest.advanceTimersByTime(answerSeconds * 1000);
      });
      expect(result.current).toMatchObject({
        state: 'failed',
        error: { name: 'TimeoutError' },
      });
      expect(asked[0].signal.aborted).toBe(true);
    } finally {
      jest.useRealTimers();
    }
  });
});
