import { measurementOf } from '../__testUtils__/fixtures';
import { judged } from '../__testUtils__/judged';
import type { LatencyClass } from '../guide';
import type { Measurement, Target } from '../schema';

const capacity = (value: number, facts: Measurement['facts'] = {}) =>
  measurementOf({
    metric: 'inference.capacity',
    statistic: 'max',
    value,
    unit: '1/s',
    facts: { users: 10, arrival: 'closed', p50Ms: 20, ...facts },
  });
const latency = (statistic: string, value: number) =>
  measurementOf({
    metric: 'inference.latency',
    statistic,
    value,
    interval: { lower: value * 0.98, upper: value * 1.02, level: 0.95 },
  });

function check(
  measurements: Measurement[],
  options: { latencyClass?: LatencyClass; target?: Target } = {},
) {
  const { latencyClass, target } = options;
  return judged('inference-throughput', measurements, {
    latencyClass,
    targets: { configuration: target && { 'inference-throughput': target } },
  });
}

describe('inference-throughput', () => {
  it.each([
    [118, 'pass'],
    [105, 'warn'],
    [100, 'fail'],
    [80, 'fail'],
  ])(
    'of %d requests a second, which the users could exceed, is %s',
    (value, status) => {
      expect(check([capacity(value)])).toMatchObject({
        status,
        value,
        target: { above: 100 },
      });
    },
  );

  it('decides nothing against the service when the client was too slow', () => {
    expect(check([capacity(80, { clientLimited: true })])).toMatchObject({
      status: 'inconclusive',
      needs: 'a run from a less busy machine',
    });
    expect(check([capacity(118, { clientLimited: true })]).status).toBe('pass');
  });

  it('says how many users it takes where the loop could not reach the target', () => {
    // 10 users who wait 110 ms send 90.9 a second at most; 12 would send 109.
    const outcome = check([capacity(90, { p50Ms: 110 })]);
    expect(outcome).toMatchObject({
      status: 'inconclusive',
      value: 90,
      reason:
        '10 users who wait 110 ms for each answer send 90.9 req/s at most.',
      needs: '12 users or more',
    });
  });

  it.each([
    // 10 ÷ 0.1 s is 100, which is not above 100.
    [{ above: 100 }, 100, '11 users or more'],
    [{ atLeast: 100 }, 110, '11 users or more'],
    [{ atLeast: 1_000 }, 100, '100 users or more'],
  ])('counts the users for %j at %d ms', (target, p50Ms, needs) => {
    expect(check([capacity(90, { p50Ms })], { target }).needs).toBe(needs);
  });

  it('fails where users ÷ P50 reaches the target and the service still does not', () => {
    expect(check([capacity(95, { p50Ms: 99 })]).status).toBe('fail');
  });

  it('is inconclusive where the ceiling of the plan held the run below the target', () => {
    const outcome = check([
      capacity(79, { rateCeiling: 80, ceilingReached: true }),
    ]);
    expect(outcome).toMatchObject({
      status: 'inconclusive',
      reason: 'The run was held at 80 req/s, the ceiling of its plan.',
      needs:
        'a ceiling of requests a second clearly above the target > 100 req/s',
    });
  });

  it('passes where a ceiling above the target held the run, and says so', () => {
    const held = capacity(198, { rateCeiling: 200, ceilingReached: true });
    expect(check([held])).toMatchObject({
      status: 'pass',
      reason:
        'The run was held at 200 req/s; the service may be able to do more.',
    });
    const free = capacity(198, { rateCeiling: 300, ceilingReached: false });
    expect(check([free]).reason).toBeUndefined();
  });

  it.each<[LatencyClass | undefined, number, number, string]>([
    ['small', 20, 60, 'pass'],
    ['small', 70, 80, 'inconclusive'],
    ['small', 20, 150, 'inconclusive'],
    ['small', 20, 99, 'inconclusive'],
    ['medium', 70, 80, 'pass'],
    [undefined, 70, 300, 'pass'],
    [undefined, 70, 600, 'inconclusive'],
  ])(
    'counts a rate of class %s with P50 %d and P99 %d as %s',
    (latencyClass, p50, p99, status) => {
      const measurements = [
        capacity(125),
        latency('p50', p50),
        latency('p99', p99),
      ];
      expect(check(measurements, { latencyClass }).status).toBe(status);
    },
  );

  it('names the latency that does not hold', () => {
    expect(
      check([capacity(125), latency('p99', 412)], { latencyClass: 'small' }),
    ).toMatchObject({
      reason:
        'At this rate P99 was 412 ms, which does not prove that its target < 100 ms holds; only a rate at which it does counts.',
      needs:
        'a run that finds the highest rate at which the latency targets hold',
    });
  });

  it('does not judge a language model, and has no data without a rate', () => {
    expect(check([capacity(10)], { latencyClass: 'llm' }).status).toBe(
      'not-applicable',
    );
    expect(check([]).status).toBe('no-data');
  });

  it('reads facts that are nonsense as if they lacked', () => {
    const facts = {
      users: 'ten',
      p50Ms: -1,
      rateCeiling: null,
      ceilingReached: true,
    };
    expect(check([capacity(80, facts)]).status).toBe('fail');
    expect(check([capacity(180, facts)]).status).toBe('pass');
  });
});
