import { TestApiProvider } from '@backstage/test-utils';
import { signalApiRef, type SignalApi } from '@backstage/plugin-signals-react';
import { renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { exampleExperiments } from '../../dev/exampleExperiment';
import { useExperimentNews } from './useExperimentNews';

type Listener = Parameters<SignalApi['subscribe']>[1];

function renderNews(experiments: Parameters<typeof useExperimentNews>[0]) {
  const listeners = new Map<string, Listener>();
  const subscribe = (channel: string, listener: Listener) => {
    listeners.set(channel, listener);
    return { unsubscribe: () => listeners.delete(channel) };
  };
  const signals = { subscribe } as unknown as SignalApi;
  const onNews = jest.fn();
  const hook = renderHook(
    props => useExperimentNews(props.experiments, onNews),
    {
      initialProps: { experiments },
      wrapper: ({ children }: { children: ReactNode }) => (
        <TestApiProvider apis={[[signalApiRef, signals]]}>
          {children}
        </TestApiProvider>
      ),
    },
  );
  return { ...hook, listeners, onNews };
}

describe('useExperimentNews', () => {
  it('listens to open experiments only, and no longer once they are ended', () => {
    const { listeners, onNews, rerender, unmount } = renderNews([
      { ...exampleExperiments.waiting, id: 'open' },
      { ...exampleExperiments.kept, id: 'ended' },
    ]);
    expect([...listeners.keys()]).toEqual(['performance:experiment:open']);
    listeners.get('performance:experiment:open')?.({ id: 'open' });
    expect(onNews).toHaveBeenCalledTimes(1);
    rerender({ experiments: [{ ...exampleExperiments.proposed, id: 'next' }] });
    expect([...listeners.keys()]).toEqual(['performance:experiment:next']);
    unmount();
    expect(listeners.size).toBe(0);
  });
});
