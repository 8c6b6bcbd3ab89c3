import { breakerReason, breakerWords, type BreakerSample } from './breaker';

/** Four samples a second, as the load engine reports. */
function samples(
  seconds: number,
  at: (elapsedSeconds: number) => Partial<BreakerSample>,
): BreakerSample[] {
  return Array.from({ length: seconds * 4 + 1 }, (_, index) => ({
    elapsedSeconds: index / 4,
    lag: 0,
    ...at(index / 4),
  }));
}

describe('breaker', () => {
  it.each([
    ['14 s above three times the baseline', 14, 301, 100, false],
    ['15 s above three times the baseline', 15, 301, 100, true],
    ['15 s at three times the baseline', 15, 300, 100, false],
    ['15 s at three times, but only 40 ms above', 15, 60, 20, false],
    ['15 s at 51 ms above a small baseline', 15, 53, 2, true],
    ['no baseline', 60, 9000, undefined, false],
  ])('%s', (_, seconds, p99, baseline, opens) => {
    const reason = breakerReason(
      samples(seconds, () => ({ p99 })),
      { p99: baseline },
    );
    expect(reason !== undefined).toBe(opens);
  });

  it('starts the 15 s again after one good sample', () => {
    const seen = samples(20, elapsed => ({ p99: elapsed === 10 ? 99 : 400 }));
    expect(breakerReason(seen, { p99: 100 })).toBeUndefined();
  });

  it.each([
    ['a pause of 4 s', 4, 900, false],
    ['5 s at 200 ms', 5, 200, false],
    ['5 s above 200 ms', 5, 201, true],
  ])('lag of the portal: %s', (_, seconds, lag, opens) => {
    const reason = breakerReason(samples(seconds, () => ({ lag })));
    expect(reason !== undefined).toBe(opens);
  });

  it('lets a load go on that has no sample yet', () => {
    expect(breakerReason([])).toBeUndefined();
  });

  it('says its rules in words with their figures', () => {
    expect(breakerWords()).toEqual([
      'Stops when more than 5 % of at least 50 requests within 10 s fail',
      'Stops when P99 stays above 3 times its last measured value, and 50 ms above it, for 15 s',
      'Stops when the event loop of the portal is more than 200 ms late for 5 s',
    ]);
  });
});
