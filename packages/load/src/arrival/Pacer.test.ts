import fc from 'fast-check';
import { Pacer } from './Pacer';

/** The times at which a user who waits as told gets slots, when the timers are late by these milliseconds in turn. */
function timesTaken(options: {
  rate: number;
  until: number;
  lateness: number[];
}): number[] {
  const pacer = new Pacer({ rate: options.rate, start: 0 });
  const times: number[] = [];
  let now = 0;
  for (let step = 0; now < options.until; step++) {
    const wait = pacer.take(now);
    if (wait === 0) times.push(now);
    else now += wait + options.lateness[step % options.lateness.length];
  }
  return times;
}

function mostInASecond(times: number[]): number {
  let first = 0;
  let most = 0;
  times.forEach((time, last) => {
    while (time - times[first] >= 1000) first += 1;
    most = Math.max(most, last - first + 1);
  });
  return most;
}

describe('Pacer', () => {
  it('lets no second see more than the rate and one, however late its timers are', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(0.5, 1, 3, 10, 49.5, 200, 1000, 5000),
        fc.array(fc.constantFrom(0, 0.4, 1.1, 4.9, 5.1, 30, 700), {
          minLength: 1,
        }),
        (rate, lateness) => {
          const times = timesTaken({ rate, until: 5000, lateness });
          expect(mostInASecond(times)).toBeLessThanOrEqual(rate + 1);
        },
      ),
    );
  });

  it.each([1, 50, 200, 2000])('comes within 2 %% of %i a second', rate => {
    const seconds = 100;
    const { length } = timesTaken({
      rate,
      until: seconds * 1000,
      lateness: [0.3, 1.1],
    });
    expect(length / seconds).toBeGreaterThan(rate * 0.98);
    expect(length / seconds).toBeLessThanOrEqual(rate);
  });

  it('has no burst after a stall', () => {
    const pacer = new Pacer({ rate: 100, start: 0 });
    expect(pacer.take(0)).toBe(0);
    const taken = Array.from({ length: 20 }, () => pacer.take(3_000));
    expect(taken.filter(wait => wait === 0).length).toBeLessThanOrEqual(1);
  });
});
