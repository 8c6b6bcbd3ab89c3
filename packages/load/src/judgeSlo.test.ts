import { judgeSlo } from './judgeSlo';
import type { LoadPlan } from './plan';
import { Tally } from './Tally';

/** Latencies 1, 2 … n ms, and so many failures. */
function tallyOf(n: number, failures: number = 0): Tally {
  const tally = new Tally();
  for (let latency = 1; latency <= n; latency++) {
    tally.succeed(latency, latency);
  }
  for (let count = 0; count < failures; count++) {
    tally.fail({ kind: 'http-5xx', message: 'HTTP 500' });
  }
  return tally;
}

type Objective = LoadPlan['slo'][number];

describe('judgeSlo', () => {
  it.each<[string, Objective, Tally, string]>([
    ['P50 far below', { name: 'p50', atMost: 600 }, tallyOf(1000), 'pass'],
    ['P50 far above', { name: 'p50', atMost: 400 }, tallyOf(1000), 'fail'],
    [
      'P50 at its target',
      { name: 'p50', atMost: 500 },
      tallyOf(1000),
      'inconclusive',
    ],
    ['P99 of 298', { name: 'p99', atMost: 9999 }, tallyOf(298), 'inconclusive'],
    ['P99 of 299', { name: 'p99', atMost: 9999 }, tallyOf(299), 'pass'],
    ['P999 of 2,995', { name: 'p999', atMost: 3000 }, tallyOf(2995), 'pass'],
    [
      'P99 with 2 % failures',
      { name: 'p99', atMost: 9999 },
      tallyOf(4900, 100),
      'fail',
    ],
    [
      'P90 with 2 % failures',
      { name: 'p90', atMost: 4900 },
      tallyOf(4900, 100),
      'pass',
    ],
    ['P95 of nothing', { name: 'p95', atMost: 1 }, tallyOf(0), 'inconclusive'],
    [
      'P50 of failures only',
      { name: 'p50', atMost: 1 },
      tallyOf(0, 100),
      'fail',
    ],
    [
      'no error of 2,994',
      { name: 'errors', atMost: 0.1 },
      tallyOf(2994),
      'inconclusive',
    ],
    [
      'no error of 2,995',
      { name: 'errors', atMost: 0.1 },
      tallyOf(2995),
      'pass',
    ],
    ['10 % errors', { name: 'errors', atMost: 1 }, tallyOf(900, 100), 'fail'],
    [
      'errors of nothing',
      { name: 'errors', atMost: 1 },
      tallyOf(0),
      'inconclusive',
    ],
  ])('judges %s', (_name, objective, tally, status) => {
    expect(judgeSlo([objective], tally)).toMatchObject([{ status }]);
  });

  it('says what it rests on', () => {
    expect(
      judgeSlo(
        [
          { name: 'p99', atMost: 5 },
          { name: 'errors', atMost: 5 },
          { name: 'p95', atMost: 5 },
        ],
        tallyOf(10, 90),
      ),
    ).toMatchObject([
      { reason: '100 requests are too few, p99 needs 299' },
      {
        value: 90,
        unit: '%',
        reason: '90 of 100 failed, at most 94.5 % at 95 %',
      },
      { reason: '95 % interval ∞ to ∞ ms' },
    ]);
  });

  it('leaves out a value that is infinite', () => {
    const [verdict] = judgeSlo([{ name: 'p50', atMost: 5 }], tallyOf(0, 9))!;
    expect(verdict).not.toHaveProperty('value');
  });

  it('is left out without objectives', () => {
    expect(judgeSlo([], tallyOf(1))).toBeUndefined();
  });
});
