import fc from 'fast-check';
import { measurementOf } from './__testUtils__/fixtures';
import type { SourcedTarget } from './check';
import { judge, shareOf } from './outcome';
import type { Interval, Measurement, Target } from './schema';
import { boundsOf, meets } from './target';

const plain = (text?: string) => text?.replace(/\u202f/g, ' ');
const samples = { one: 'request', other: 'requests' };

function targetOf(target: Target): SourcedTarget {
  return { target, source: { kind: 'guide', reference: 'Latency Targets' } };
}

function judgementOf(
  target: Target,
  measurement: Partial<Measurement> & { value: number },
  options: { floor?: number; leastSamples?: number } = {},
) {
  const judgement = judge({
    measurement: measurementOf({ metric: 'inference.latency', ...measurement }),
    target: targetOf(target),
    samples,
    ...options,
  });
  const needs =
    judgement.status === 'inconclusive' ? judgement.needs : undefined;
  return {
    ...judgement,
    reason: plain(judgement.reason?.text),
    needs: plain(needs?.text),
  };
}

const ends = (lower: number, upper: number): Interval => ({
  lower,
  upper,
  level: 0.95,
});

describe('judge', () => {
  it.each<[Target, number, Interval, string]>([
    [{ below: 100 }, 80, ends(75, 85), 'pass'],
    [{ below: 100 }, 95, ends(91, 99), 'warn'],
    [{ below: 100 }, 90, ends(80, 99), 'pass'],
    [{ below: 100 }, 90.1, ends(80, 99), 'warn'],
    [{ below: 100 }, 95, ends(91, 100), 'inconclusive'],
    [{ atMost: 100 }, 95, ends(91, 100), 'warn'],
    [{ below: 100 }, 101, ends(99, 110), 'inconclusive'],
    [{ below: 100 }, 105, ends(100, 110), 'fail'],
    [{ atMost: 100 }, 105, ends(100, 110), 'inconclusive'],
    [{ atMost: 100 }, 105, ends(100.1, 110), 'fail'],
    [{ above: 80 }, 90, ends(85, 95), 'pass'],
    [{ above: 80 }, 70, ends(60, 80), 'fail'],
    [{ above: 80 }, 81, ends(80, 82), 'inconclusive'],
    [{ within: [60, 90] }, 75, ends(70, 80), 'pass'],
    [{ within: [60, 90] }, 88, ends(87, 89), 'warn'],
    [{ within: [60, 90] }, 95, ends(91, 99), 'fail'],
    [{ within: [60, 90] }, 50, ends(40, 59), 'fail'],
    [{ within: [60, 90] }, 61, ends(55, 67), 'inconclusive'],
    [{ within: [60, 90] }, 75, ends(50, 99), 'inconclusive'],
  ])(
    'finds that %j, value %d in %j, is %s',
    (target, value, interval, status) => {
      expect(judgementOf(target, { value, interval }).status).toBe(status);
    },
  );

  it('tells how many more samples an interval across the target takes', () => {
    // From 95 the interval reaches 10 beyond, and may reach 5: four times as many.
    const found = judgementOf(
      { below: 100 },
      { value: 95, interval: ends(85, 105), n: 1_000 },
    );
    expect(found.reason).toBe(
      'The 95 % interval, 85–105, crosses the target < 100 ms.',
    );
    expect(found.needs).toBe('about 3,001 more requests');
    expect(
      judgementOf({ below: 100 }, { value: 100, interval: ends(85, 105) })
        .needs,
    ).toBe(
      'a clearer difference: 100 ms is too close to < 100 ms to be told apart',
    );
  });

  it('asks for a calmer run, not a longer one, where something disturbed the measurement', () => {
    const found = judgementOf(
      { below: 100 },
      {
        value: 105,
        interval: ends(90, 110),
        confidence: { value: 0.7, reasons: ['the client reacted late'] },
      },
    );
    expect([found.status, found.reason, found.needs]).toEqual([
      'inconclusive',
      'The 95 % interval, 90–110, crosses the target < 100 ms; the client reacted late.',
      'a run without what disturbed it',
    ]);
  });

  it.each([
    ['p50', 5, '1 more request'],
    ['p95', 30, '29 more requests'],
    ['p99', 3, '296 more requests'],
    ['p999', 2_000, '995 more requests'],
  ])(
    'never decides %s of %d values without an interval',
    (statistic, n, needs) => {
      const found = judgementOf({ below: 100 }, { value: 10, statistic, n });
      expect([found.status, found.needs]).toEqual(['inconclusive', needs]);
    },
  );

  it('decides by the value alone when the source of enough values gives no interval', () => {
    expect(judgementOf({ below: 100 }, { value: 99.9, n: 299 }).status).toBe(
      'warn',
    );
    expect(judgementOf({ below: 100 }, { value: 100, n: 299 }).status).toBe(
      'fail',
    );
    expect(
      judgementOf({ below: 100 }, { value: 50, n: 1, statistic: 'mean' })
        .status,
    ).toBe('pass');
  });

  it('fails few samples that surely miss, and no others', () => {
    const few = { value: 900, n: 20 };
    const sure = judgementOf({ below: 500 }, few, { floor: 800 });
    expect([sure.status, sure.reason]).toEqual([
      'fail',
      'With 20 requests the value is not known well, yet surely not below 800 ms, which misses the target.',
    ]);
    expect(judgementOf({ below: 500 }, few, { floor: 499 }).status).toBe(
      'inconclusive',
    );
  });

  it('decides nothing by a measurement that cannot be relied on', () => {
    const confidence = { value: 0.4, reasons: ['the client was busy'] };
    for (const value of [1, 1_000]) {
      const found = judgementOf({ below: 100 }, { value, confidence });
      expect([found.status, found.reason, found.needs]).toEqual([
        'inconclusive',
        'The measurement cannot be relied on: the client was busy.',
        'a run that is valid',
      ]);
    }
  });

  it('passes only what meets its target at both ends, and fails only what misses it at both', () => {
    const value = fc.integer({ min: 0, max: 200 });
    const targets = fc.constantFrom<Target>(
      { below: 100 },
      { atMost: 100 },
      { above: 100 },
      { atLeast: 100 },
      { within: [60, 140] },
    );
    fc.assert(
      fc.property(targets, fc.tuple(value, value, value), (target, values) => {
        const [lower, middle, upper] = [...values].sort((a, b) => a - b);
        const interval = ends(lower, upper);
        const { status } = judgementOf(target, { value: middle, interval });
        const met = [lower, middle, upper].map(each =>
          meets(each, boundsOf(target)),
        );
        const passes = status === 'pass' || status === 'warn';
        expect(passes).toBe(met.every(Boolean));
        expect(status === 'fail' && met.some(Boolean)).toBe(false);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('shareOf', () => {
  it.each([
    ['p50', 0.5],
    ['p99', 0.99],
    ['p999', 0.999],
    ['median', 0.5],
    ['mean', undefined],
    ['max', undefined],
    ['p00', undefined],
    ['upper95', undefined],
  ])('of %s is %d', (statistic, share) => {
    expect(shareOf(statistic)).toBe(share);
  });
});
