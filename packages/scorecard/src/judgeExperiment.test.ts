import { measurementOf } from './__testUtils__/fixtures';
import {
  expected,
  judge,
  latency,
  reportWith,
} from './__testUtils__/experiment';
import type { Report } from './reportSchema';

describe('the verdict of an experiment', () => {
  it.each<[string, number, [number, number], string, RegExp]>([
    ['inside the promise', 50, [2, 2], 'kept', /is 50.+48–52.+promised were/],
    ['wider than the promise towards better', 50, [20, 5], 'kept', /./],
    ['all better than promised', 30, [2, 2], 'exceeded', /./],
    ['not as good as promised', 80, [5, 5], 'missed', /better than before/],
    ['as before', 120, [2, 2], 'missed', /no better than before/],
    ['worse than before', 150, [5, 5], 'missed', /worse than before/],
    ['across the end of the promise', 58, [5, 5], 'unclear', /longer run/],
  ])('%s: %s ± %s is %s', (_, value, reach, verdict, reason) => {
    const got = judge(latency(120), latency(value, reach));
    expect(got.verdict).toBe(verdict);
    expect(got.reasons.join(' ')).toMatch(reason);
    expect(got.effect).toMatchObject({ value: value - 120, unit: 'ms' });
    expect(got.effect!.lower).toBeLessThanOrEqual(value - 120);
  });

  it('says in words what was, what is and what was promised', () => {
    expect(judge(latency(120), latency(50)).reasons).toEqual([
      'Latency (P50) was 120\u202fms (118–122) before and is 50\u202fms (48–52) now; promised were 40–60 ms.',
    ]);
  });

  it.each<[string, Report, Report, RegExp]>([
    [
      'a run before that is not valid',
      { ...latency(120), validity: reportWith([], 'invalid').validity },
      latency(50),
      /^The run before the change is not valid\. The client paused\.$/,
    ],
    [
      'a run after that is not valid',
      latency(120),
      { ...latency(50), validity: reportWith([], 'invalid').validity },
      /^The run after the change is not valid/,
    ],
    [
      'a value that its source does not stand for',
      latency(120),
      latency(50, [2, 2], {
        confidence: { value: 0.3, reasons: ['too few samples'] },
      }),
      /^Of the run after the change: it cannot be relied on: too few samples\.$/,
    ],
    [
      'a value without an interval',
      latency(120, [2, 2], { interval: undefined }),
      latency(50),
      /^Of the run before the change: it has no confidence interval\.$/,
    ],
    [
      'another subject',
      latency(120),
      latency(50, [2, 2], { subject: 'endpoint/other' }),
      /^The run after the change did not measure what was promised\.$/,
    ],
    [
      'another model, asked with other requests',
      {
        ...latency(120),
        fingerprint: { collectedBy: 'dynoscope', revision: '1', payload: 'a' },
      },
      {
        ...latency(50),
        fingerprint: { collectedBy: 'dynoscope', revision: '2', payload: 'b' },
      },
      /^The runs did not measure the same thing: revision, payload changed between them/,
    ],
    [
      'a run that brought nothing',
      latency(120),
      reportWith([]),
      /did not measure what was promised/,
    ],
  ])('is unclear with %s', (_, base, candidate, reason) => {
    const got = judge(base, candidate);
    expect(got.verdict).toBe('unclear');
    expect(got.reasons.join(' ')).toMatch(reason);
    expect(got).not.toHaveProperty('effect');
  });

  it('is unclear when more requests fail than before, however quick the others are', () => {
    const errors = (failed: number) =>
      measurementOf({
        metric: 'inference.error_rate',
        statistic: 'upper95',
        unit: '%',
        value: failed / 10,
        interval: { lower: 0, upper: failed / 10 + 0.3, level: 0.95 },
        facts: { failed, attempts: 1000 },
      });
    const withErrors = (report: Report, failed: number) => ({
      ...report,
      measurements: [...report.measurements, errors(failed)],
    });
    const base = withErrors(latency(120), 0);
    expect(judge(base, withErrors(latency(50), 0)).verdict).toBe('kept');
    const got = judge(base, withErrors(latency(50), 40));
    expect(got.verdict).toBe('unclear');
    expect(got.reasons.join(' ')).toMatch(/More requests fail than before, 4/);
  });

  describe('of a rate', () => {
    const promised = {
      metric: 'inference.capacity',
      statistic: 'max',
      lower: 100,
      upper: 200,
      unit: '1/s',
    } as const;
    const rate = (value: number, facts: Record<string, unknown> = {}) =>
      reportWith([
        measurementOf({
          metric: 'inference.capacity',
          statistic: 'max',
          unit: '1/s',
          value,
          n: 10_000,
          facts,
        }),
      ]);
    const more = { expected: promised, better: 'higher' } as const;

    it.each([
      [30, 150, {}, 'kept'],
      [30, 250, {}, 'exceeded'],
      [30, 60, {}, 'missed'],
      // Held at the ceiling of the plan: it may be any higher, which is better than all that was promised or not.
      [30, 90, { ceilingReached: true }, 'unclear'],
      [30, 150, { ceilingReached: true }, 'kept'],
    ])('%s before and %s after with %j is %s', (was, is, facts, verdict) => {
      expect(judge(rate(was), rate(is, facts), more).verdict).toBe(verdict);
    });

    it('is unclear when the client may have hidden how good it was before', () => {
      const base = rate(30, { clientLimited: true });
      expect(judge(base, rate(150), more).verdict).toBe('unclear');
    });
  });

  it('is unclear where neither more nor less is better, and in units that say another thing', () => {
    expect(judge(latency(120), latency(50), { better: 'within' }).verdict).toBe(
      'unclear',
    );
    const bytes = { expected: { ...expected, unit: 'bytes' as const } };
    expect(judge(latency(120), latency(50), bytes).verdict).toBe('unclear');
    const seconds = {
      expected: {
        ...expected,
        lower: 0.04,
        upper: 0.06,
        unit: 's' as const,
      },
    };
    expect(judge(latency(120), latency(50), seconds)).toMatchObject({
      verdict: 'kept',
      effect: { value: expect.closeTo(-0.07), unit: 's' },
    });
  });
});
