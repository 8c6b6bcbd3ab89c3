import type { SignalApi } from '@backstage/plugin-signals-react';
import type { Run } from '@dynoscope/scorecard';
import { exampleRun } from '../../dev/exampleRun';
import { followRun, type FollowedRun } from './followRun';

function at(elapsedSeconds: number, part: Partial<Run> = {}): Run {
  const [step] = exampleRun.progress.probes;
  const live = { ...step.live!, elapsedSeconds };
  return {
    ...exampleRun,
    progress: { probes: [{ ...step, live }] },
    ...part,
  };
}

function follow(getRun: jest.Mock) {
  let listener: (message: any) => void = () => {};
  const unsubscribe = jest.fn();
  const subscribe = jest.fn((_channel, onMessage) => {
    listener = onMessage;
    return { unsubscribe };
  });
  const seen: FollowedRun[] = [];
  const stop = followRun({
    runId: exampleRun.id,
    getRun,
    signals: { subscribe } as SignalApi,
    onChange: followed => seen.push(followed),
  });
  return {
    stop,
    subscribe,
    unsubscribe,
    signal: (message: unknown) => listener(message),
    newest: () => seen[seen.length - 1],
    changes: () => seen.length,
  };
}

const wait = (seconds: number) => jest.advanceTimersByTimeAsync(seconds * 1000);

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

describe('followRun', () => {
  it('asks at once and then every second while no signal comes', async () => {
    const getRun = jest.fn(async () => at(1));
    const { stop, subscribe } = follow(getRun);
    await wait(3.5);
    stop();
    expect(subscribe.mock.calls[0][0]).toBe(`performance:run:${exampleRun.id}`);
    expect(getRun).toHaveBeenCalledTimes(4);
  });

  it('does not ask while signals come, and asks again when they end', async () => {
    const getRun = jest.fn(async () => at(0));
    const { stop, signal, newest } = follow(getRun);
    for (let tenth = 1; tenth <= 50; tenth += 1) {
      await wait(0.1);
      signal(at(tenth / 10));
    }
    expect(getRun).toHaveBeenCalledTimes(1);
    expect(newest().samples.map(s => Math.floor(s.elapsedSeconds))).toEqual([
      0, 1, 2, 3, 4, 5,
    ]);
    await wait(2.5);
    stop();
    expect(getRun.mock.calls.length).toBeGreaterThan(1);
  });

  it('ends with the run and unsubscribes', async () => {
    const getRun = jest.fn(async () => at(9));
    const { signal, unsubscribe, newest, changes } = follow(getRun);
    await wait(0.1);
    signal(at(10, { state: 'succeeded', reportId: 'report-1' }));
    const before = changes();
    signal(at(11));
    await wait(30);
    expect(newest().run?.state).toBe('succeeded');
    expect(changes()).toBe(before);
    expect(getRun).toHaveBeenCalledTimes(1);
    expect(unsubscribe).toHaveBeenCalled();
  });

  it('drops an answer that was asked for before a signal came', async () => {
    let answer: (run: Run) => void = () => {};
    const getRun = jest.fn(() => new Promise<Run>(done => (answer = done)));
    const { stop, signal, newest } = follow(getRun);
    signal(at(7));
    answer(at(3));
    await wait(0.1);
    stop();
    expect(newest().samples.map(s => s.elapsedSeconds)).toEqual([7]);
  });

  it.each([
    ['another run', { ...exampleRun, id: 'other', state: 'failed' }],
    ['a shape that is no run', { id: exampleRun.id, state: 'failed' }],
    ['nothing', null],
  ])('takes no signal about %s', async (_, message) => {
    const { stop, signal, newest } = follow(jest.fn(async () => at(1)));
    await wait(0.1);
    signal(message);
    stop();
    expect(newest().run?.state).toBe('running');
  });

  it('says that what it holds is old when nothing is heard, and asks less and less often', async () => {
    const getRun = jest
      .fn()
      .mockResolvedValueOnce(at(1))
      .mockRejectedValue(new Error('no answer'));
    const { stop, newest } = follow(getRun);
    await wait(4.5);
    expect(newest()).toMatchObject({ isStale: false });
    await wait(56);
    stop();
    expect(newest()).toMatchObject({ isStale: true, silentSeconds: 60 });
    expect(newest().error?.message).toBe('no answer');
    expect(newest().run).toEqual(at(1));
    expect(getRun.mock.calls.length).toBeLessThan(12);
  });

  it('asks again when an answer never comes', async () => {
    const getRun = jest
      .fn()
      .mockReturnValueOnce(new Promise(() => {}))
      .mockResolvedValue(at(2));
    const { stop, newest } = follow(getRun);
    await wait(12);
    stop();
    expect(newest()).toMatchObject({ isStale: false, run: at(2) });
  });

  it('is silent once it is stopped', async () => {
    let answer: (run: Run) => void = () => {};
    const getRun = jest.fn(() => new Promise<Run>(done => (answer = done)));
    const { stop, changes } = follow(getRun);
    stop();
    answer(at(1));
    await wait(5);
    expect(changes()).toBe(0);
    expect(getRun).toHaveBeenCalledTimes(1);
  });
});
