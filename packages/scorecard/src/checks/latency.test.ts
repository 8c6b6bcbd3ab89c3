import { measurementOf } from '../__testUtils__/fixtures';
import { judged, plain } from '../__testUtils__/judged';
import { formatTarget } from '../formatTarget';
import type { LatencyClass } from '../guide';
import type { Measurement } from '../schema';

type Values = Partial<Measurement> & { value: number };

const latency = (statistic: string, values: Values) =>
  measurementOf({ metric: 'inference.latency', statistic, ...values });
const between = (lower: number, upper: number) => ({
  interval: { lower, upper, level: 0.95 },
});

describe('inference-latency-p50 and inference-latency-p99', () => {
  it.each<[LatencyClass | undefined, string, string | undefined, string]>([
    ['small', 'p50', '< 50 ms', 'Latency Targets, Small'],
    ['small', 'p99', '< 100 ms', 'Latency Targets, Small'],
    ['medium', 'p50', '< 100 ms', 'Latency Targets, Medium'],
    ['medium', 'p99', '< 200 ms', 'Latency Targets, Medium'],
    ['large', 'p50', '< 200 ms', 'Latency Targets, Large'],
    ['large', 'p99', '< 500 ms', 'Latency Targets, Large'],
    [
      undefined,
      'p99',
      '< 500 ms',
      'Performance Checklist, Inference P99 latency',
    ],
  ])(
    'judge class %s by %s %s',
    (latencyClass, statistic, target, reference) => {
      const outcome = judged(
        `inference-latency-${statistic}`,
        [latency(statistic, { value: 8.1, ...between(8, 8.3) })],
        { latencyClass },
      );
      expect(outcome.status).toBe('pass');
      expect(outcome.target && plain(formatTarget(outcome.target, 'ms'))).toBe(
        target,
      );
      expect(outcome.targetSource).toEqual({ kind: 'guide', reference });
      expect(outcome.latencyClass).toBe(latencyClass);
    },
  );

  it('say what is measured, and how far it is from its target', () => {
    const outcome = judged(
      'inference-latency-p99',
      [latency('p99', { value: 412, ...between(396, 431) })],
      { latencyClass: 'small' },
    );
    expect(outcome).toMatchObject({
      checkId: 'inference-latency-p99',
      category: 'inference',
      title: 'P99 latency',
      failureTitle: 'One request in a hundred takes too long',
      status: 'fail',
      subject: 'endpoint/iris',
      metric: 'inference.latency',
      statistic: 'p99',
      value: 412,
      unit: 'ms',
      n: 6_000,
      margin: -3.12,
      interval: { lower: 396, upper: 431, level: 0.95 },
      guide: 'Latency Targets',
      doc: 'docs/checks/inference-latency-p99.md',
      evidenceIds: ['e-1'],
      runId: 'r-1',
      reportId: 'p-1',
    });
    expect(outcome.messages?.why).toEqual({
      id: 'check.inference-latency-p99.description',
      text: outcome.why,
    });
  });

  it('have no target for P50 without a class, say how to get one, and show the value', () => {
    const outcome = judged('inference-latency-p50', [
      latency('p50', { value: 8, ...between(7, 9) }),
    ]);
    expect([outcome.status, outcome.value, outcome.target]).toEqual([
      'no-data',
      8,
      undefined,
    ]);
    expect(outcome.reason).toContain('dynoscope.dev/latency-class');
  });

  it('take a configured target for P50 even without a class', () => {
    const outcome = judged(
      'inference-latency-p50',
      [latency('p50', { value: 8, ...between(7, 9) })],
      {
        targets: { configuration: { 'inference-latency-p50': { below: 10 } } },
      },
    );
    expect([outcome.status, outcome.targetSource?.kind]).toEqual([
      'pass',
      'configuration',
    ]);
  });

  it.each(['p50', 'p99'])('do not judge a language model by %s', statistic => {
    const outcome = judged(
      `inference-latency-${statistic}`,
      [latency(statistic, { value: 8 })],
      { latencyClass: 'llm' },
    );
    expect([outcome.status, outcome.reason]).toEqual([
      'not-applicable',
      'A language model is judged by its time to first token.',
    ]);
  });

  it('fail P99 of few slow requests when P50 alone is above the target', () => {
    const p50 = latency('p50', {
      value: 3_000,
      n: 100,
      ...between(2_900, 3_100),
    });
    const p99 = latency('p99', { value: 3_400, n: 100 });
    expect(judged('inference-latency-p99', [p50, p99]).status).toBe('fail');
    const fast = { ...p50, value: 30, ...between(29, 31) };
    expect(judged('inference-latency-p99', [fast, p99])).toMatchObject({
      status: 'inconclusive',
      needs: '199 more requests',
    });
  });

  it('have no data when nothing was measured', () => {
    expect(judged('inference-latency-p99', [])).toMatchObject({
      status: 'no-data',
      reason: 'No value of Latency (P99) was measured.',
    });
  });
});

describe('llm-time-to-first-token', () => {
  const ttft = (statistic: string, value: number) =>
    measurementOf({
      metric: 'inference.ttft',
      statistic,
      value,
      ...between(value * 0.97, value * 1.03),
    });

  it.each([
    [300, 1_200, 'pass', 'p50'],
    [480, 1_200, 'warn', 'p50'],
    [300, 1_900, 'warn', 'p99'],
    [600, 1_200, 'fail', 'p50'],
    [300, 2_400, 'fail', 'p99'],
    [500, 1_200, 'inconclusive', 'p50'],
    [500, 2_400, 'fail', 'p99'],
  ])('with P50 %d and P99 %d is %s, by %s', (p50, p99, status, statistic) => {
    const outcome = judged(
      'llm-time-to-first-token',
      [ttft('p50', p50), ttft('p99', p99)],
      { latencyClass: 'llm' },
    );
    expect([outcome.status, outcome.statistic]).toEqual([status, statistic]);
  });

  it('does not pass on half of the evidence', () => {
    const options = { latencyClass: 'llm' } as const;
    expect(
      judged('llm-time-to-first-token', [ttft('p50', 9)], options).status,
    ).toBe('no-data');
    expect(
      judged('llm-time-to-first-token', [ttft('p50', 900)], options).status,
    ).toBe('fail');
  });

  it('is for language models only', () => {
    expect(
      judged('llm-time-to-first-token', [ttft('p50', 9)], {
        latencyClass: 'small',
      }),
    ).toMatchObject({
      status: 'not-applicable',
      reason: 'Not a language model.',
    });
  });
});
