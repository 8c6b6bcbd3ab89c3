import type { LoadProgress } from '@dynoscope/load';
import { watchLoad } from './watchLoad';

const progressAt = (
  elapsedSeconds: number,
  changes: Partial<LoadProgress> = {},
): LoadProgress => ({
  phase: 'steady',
  elapsedSeconds,
  sent: 40,
  succeeded: 30,
  failed: 1,
  inFlight: 9,
  warmupSent: 0,
  rate: 100,
  clientBusy: 0.2,
  ...changes,
});

describe('watchLoad', () => {
  it('tells how far the load is, with the limits of the client', () => {
    const progress = jest.fn();
    const watch = watchLoad({ progress, totalSeconds: 38 });
    watch.onProgress(progressAt(12, { p50: 4, latenessP99: 1 }));
    watch.onProgress(progressAt(39, { phase: 'drain' }));
    watch.end();
    expect(progress.mock.calls).toEqual([
      [
        {
          done: 12,
          total: 38,
          unit: 's',
          message: 'Measuring',
          live: expect.objectContaining({
            phase: 'steady',
            succeeded: 30,
            failed: 1,
            p50: 4,
            latenessP99: 1,
            limits: { clientBusy: 0.8, latenessP99: 10 },
          }),
        },
      ],
      [
        expect.objectContaining({
          done: 38,
          message: 'Waiting for the last answers',
        }),
      ],
    ]);
  });

  it('ends a load whose P99 stays above three times the baseline', () => {
    const watch = watchLoad({
      progress: () => {},
      totalSeconds: 60,
      baselineP99: 20,
    });
    const stops = Array.from({ length: 80 }, (_, index) =>
      watch.shouldStop(progressAt(5 + index / 4, { p99: 71 })),
    );
    expect(watch.opened()).toMatchObject({ code: 'breaker-open' });
    watch.end();
    const first = stops.findIndex(Boolean);
    expect(first / 4).toBe(15);
    expect(stops[first]).toEqual({
      code: 'breaker-open',
      message:
        'P99 stayed above 3 times its last measured value of 20 ms for 15 s',
    });
  });
});
