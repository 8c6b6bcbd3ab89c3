import fc from 'fast-check';
import { Pacer } from './Pacer';

/** The times at which a user who waits as told gets slots, when the timers are late by these milliseconds in turn. */
function timesTaken(options: {
  rate: number;
  users: number;
  until: number;
  lateness: number[];
}): number[] {
  const pacer = new Pacer({ ...options, start: 0 });
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

const rates = [0.5, 1, 1.9, 2, 3, 10, 49.5, 200, 1000, 5000];
const users = [1, 2, 10, 50, 4000];

describe('Pacer', () => {
  it('lets no second see more than the rate, rounded up, however late its timers are', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...rates),
        fc.constantFrom(...users),
        fc.array(fc.constantFrom(0, 0.4, 1.1, 4.9, 5.1, 30, 700), {
          minLength: 1,
        }),
        (rate, many, lateness) => {
          const times = timesTaken({
            rate,
            users: many,
            until: 5000,
            lateness,
          });
          expect(mostInASecond(times)).toBeLessThanOrEqual(Math.ceil(rate));
        },
      ),
    );
  });

  it.each(rates.flatMap(rate => users.map(many => [rate, many] as const)))(
    'comes close to %d a second with %i users',
    (rate, many) => {
      const seconds = 50;
      const { length } = timesTaken({
        rate,
        users: many,
        until: seconds * 1000,
        lateness: [0.3, 1.1],
      });
      expect(length / seconds).toBeLessThanOrEqual(rate * 1.001 + 1 / seconds);
      expect(length / seconds).toBeGreaterThan(rate * 0.95 - 1 / seconds);
    },
  );

  it('settles into an even pace', () => {
    const times = timesTaken({
      rate: 100,
      users: 10,
      until: 20_000,
      lateness: [0],
    }).filter(time => time > 10_000);
    const gaps = times.slice(1).map((time, index) => time - times[index]);
    expect(Math.min(...gaps)).toBeGreaterThan(9);
    expect(Math.max(...gaps)).toBeLessThan(12);
  });

  it('lets users who are released together send together', () => {
    const pacer = new Pacer({ rate: 200, users: 10, start: 0 });
    for (let now = 0; now < 5000; now += 105) {
      const waits = Array.from({ length: 10 }, () => pacer.take(now));
      expect(waits).toEqual(Array(10).fill(0));
    }
  });

  it('keeps no more than its tokens through a stall', () => {
    const pacer = new Pacer({ rate: 100, users: 4, start: 0 });
    const taken = Array.from({ length: 20 }, () => pacer.take(3_000));
    expect(taken.filter(wait => wait === 0)).toHaveLength(4);
  });
});
