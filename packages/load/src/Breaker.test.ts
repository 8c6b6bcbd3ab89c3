import { Breaker } from './Breaker';

const options = { errorShare: 0.05, minRequests: 50, windowSeconds: 10 };

function breakerAfter(events: [second: number, good: number, bad: number][]) {
  const breaker = new Breaker(options);
  for (const [second, good, bad] of events) {
    for (let n = 0; n < good; n++) breaker.count(second * 1000, false);
    for (let n = 0; n < bad; n++) breaker.count(second * 1000 + 999, true);
  }
  return breaker;
}

describe('Breaker', () => {
  it.each<[string, [number, number, number][], number, boolean]>([
    ['few requests', [[0, 0, 49]], 0.5, false],
    ['many failures', [[0, 40, 10]], 0.5, true],
    ['exactly the share', [[0, 95, 5]], 0.5, false],
    ['one more', [[0, 94, 6]], 0.5, true],
    [
      'failures spread over the window',
      [
        [0, 30, 2],
        [9, 30, 2],
      ],
      9.9,
      true,
    ],
    [
      'failures that are long over',
      [
        [0, 0, 100],
        [10, 100, 0],
      ],
      10.5,
      false,
    ],
    ['nothing', [], 100, false],
  ])('with %s', (_name, events, at, trips) => {
    const stop = breakerAfter(events).check(at * 1000);
    expect(stop?.code).toBe(trips ? 'breaker' : undefined);
  });
});
