import { measurementOf } from '../__testUtils__/fixtures';
import { judged } from '../__testUtils__/judged';
import type { Measurement, Target } from '../schema';

function errors(
  failed: number,
  attempts: number,
  measurement: Partial<Measurement> = {},
): Measurement {
  return measurementOf({
    metric: 'inference.error_rate',
    statistic: 'upper95',
    value: (100 * failed) / attempts,
    unit: '%',
    n: attempts,
    facts: { failed, attempts },
    ...measurement,
  });
}

const check = (measurement: Measurement, target?: Target) =>
  judged('inference-error-rate', [measurement], {
    targets: { configuration: target && { 'inference-error-rate': target } },
  });

describe('inference-error-rate', () => {
  it.each([
    [0, 2_995, 'pass', undefined],
    [0, 2_994, 'inconclusive', '1 more request without an error'],
    [0, 100, 'inconclusive', '2,895 more requests without an error'],
    [1, 4_742, 'pass', undefined],
    [1, 4_741, 'inconclusive', '1 more request without an error'],
    [2, 6_000, 'inconclusive', '294 more requests without an error'],
    [5, 3_000, 'inconclusive', '7,511 more requests without an error'],
    [9, 10_000, 'inconclusive', '5,702 more requests without an error'],
    [30, 3_000, 'fail', undefined],
    [3, 3, 'fail', undefined],
    [95, 100_000, 'inconclusive', '12,656 more requests without an error'],
    [950, 1_040_000, 'warn', undefined],
  ])('of %d failures in %d is %s', (failed, attempts, status, needs) => {
    const outcome = check(errors(failed, attempts));
    expect([outcome.status, outcome.needs]).toEqual([status, needs]);
  });

  it('shows what was seen, the exact bound and the number of requests', () => {
    const outcome = check(errors(2, 6_000));
    expect(outcome).toMatchObject({
      statistic: 'upper95',
      n: 6_000,
      unit: '%',
    });
    expect(outcome.value).toBeCloseTo(0.0333, 4);
    expect(outcome.interval?.lower).toBe(0);
    expect(outcome.interval?.upper).toBeCloseTo(0.10489233692, 10);
    expect(outcome.reason).toBe(
      '2 of 6,000 requests failed; the true rate lies below 0.105 % with 95 % confidence, the target is < 0.1 %.',
    );
  });

  it('fails by the lower bound, which it then shows', () => {
    const outcome = check(errors(30, 3_000));
    expect(outcome.interval?.lower).toBeCloseTo(0.720690869755, 9);
    expect(outcome.interval?.upper).toBeCloseTo(1.35393076206, 9);
    expect(outcome.interval?.level).toBe(0.9);
  });

  it('reads the counts from value and number of requests where the facts lack', () => {
    expect(check(errors(2, 6_000, { facts: undefined })).needs).toBe(
      '294 more requests without an error',
    );
  });

  it.each([
    ['no request', errors(0, 0, { value: 0 })],
    [
      'counts that are none',
      errors(1, 2, { facts: { failed: 'x', attempts: 2 } }),
    ],
    ['more failures than requests', errors(3, 2)],
    ['half a request', errors(0, 1.5, { n: 1 })],
  ])('has no data for %s', (_name, measurement) => {
    expect(check(measurement).status).toBe('no-data');
  });

  it('takes other targets, and says when no number of requests can prove one', () => {
    expect(check(errors(2, 6_000), { below: 1 }).status).toBe('pass');
    expect(check(errors(30, 3_000), { atMost: 0 }).status).toBe('fail');
    expect(check(errors(0, 3_000), { atMost: 0 })).toMatchObject({
      status: 'inconclusive',
      needs:
        'a target that requests can prove: no number of them shows that none will ever fail',
    });
  });

  it('decides nothing by an invalid run', () => {
    const confidence = { value: 0, reasons: ['the clock jumped'] };
    expect(check(errors(0, 6_000, { confidence })).status).toBe('inconclusive');
  });
});
