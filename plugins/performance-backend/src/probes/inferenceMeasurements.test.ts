import type { LoadResult } from '@dynoscope/load';
import { checks, evaluateChecks } from '@dynoscope/scorecard';
import { encodeHistogram, Histogram } from '@dynoscope/statistics';
import { inferenceMeasurements } from './inferenceMeasurements';

/** A valid run of 1,000 requests a part of which fails. */
function resultOf(changes: {
  succeeded?: number;
  failed?: number;
  verdict?: LoadResult['validity']['verdict'];
  /** Of the client, ms. */
  lateness?: number;
  /** Added to every latency, ms. */
  slower?: number;
}): LoadResult {
  const { succeeded = 1000, failed = 0, verdict = 'valid' } = changes;
  const { lateness = 1, slower = 0 } = changes;
  const latency: LoadResult['latency'] = {
    unit: 'ms',
    n: succeeded,
    ...(succeeded > 0 && {
      p50: 10 + slower,
      p90: 12,
      p95: 14,
      p99: 20 + slower,
    }),
    intervals:
      succeeded >= 299
        ? {
            p50: [9 + slower, 11 + slower],
            p99: [18 + slower, 24 + slower],
          }
        : {},
  };
  const histogram = new Histogram();
  for (let i = 1; i <= succeeded; i++)
    histogram.record((20_000 * i) / succeeded);
  return {
    histogram: encodeHistogram(histogram),
    plan: { protocol: 'kserve-v1', arrival: { kind: 'closed', users: 10 } },
    window: { start: '2026-11-24T12:00:00Z', end: '2026-11-24T12:01:00Z' },
    validity: {
      verdict,
      reasons:
        verdict === 'valid'
          ? []
          : [{ code: 'loop-busy', message: 'the client was busy' }],
    },
    requests: { succeeded, failed },
    throughput: {
      value: 150,
      unit: '1/s',
      ceiling: { rate: 200, reached: false },
    },
    latency,
    lateness: { unit: 'ms', p50: 0, p99: lateness },
  } as unknown as LoadResult;
}
const read = (changes: Parameters<typeof resultOf>[0]) =>
  inferenceMeasurements({
    result: resultOf(changes),
    subject: 'endpoint/iris',
    evidenceIds: ['e1'],
  });
const statuses = (changes: Parameters<typeof resultOf>[0]) =>
  Object.fromEntries(
    evaluateChecks({
      checks: checks.filter(({ id }) => id.startsWith('inference-')),
      subjects: [
        { id: 'endpoint/iris', kind: 'endpoint', latencyClass: 'small' },
      ],
      measurements: read(changes),
      runId: 'r1',
      reportId: 'r1',
      measuredAt: '2026-11-24T12:01:00Z',
    }).outcomes.map(({ checkId, status }) => [checkId, status]),
  );

describe('inferenceMeasurements', () => {
  it('decides checks when the run is valid and long enough', () => {
    expect(statuses({ succeeded: 5000 })).toEqual({
      'inference-latency-p50': 'pass',
      'inference-latency-p99': 'pass',
      'inference-throughput': 'pass',
      'inference-error-rate': 'pass',
    });
  });

  it('decides nothing when the run is invalid', () => {
    const decided = statuses({ succeeded: 5000, verdict: 'invalid' });
    expect(new Set(Object.values(decided))).toEqual(new Set(['inconclusive']));
  });

  it('allows for the lateness of a slow client: what is met all the same is met', () => {
    const limited = { succeeded: 5000, verdict: 'client-limited' } as const;
    expect(statuses(limited)).toMatchObject({
      'inference-latency-p50': 'pass',
      'inference-latency-p99': 'pass',
      'inference-error-rate': 'pass',
    });
    const p99 = read({ ...limited, lateness: 5 }).find(
      ({ statistic }) => statistic === 'p99',
    );
    expect(p99).toMatchObject({
      value: 20,
      interval: { lower: 13, upper: 24 },
      confidence: {
        value: 0.7,
        reasons: [
          'the client reacted up to 5.0 ms late: the lower bound allows for it',
        ],
      },
    });
    expect(statuses({ ...limited, slower: 50, lateness: 30 })).toMatchObject({
      'inference-latency-p50': 'inconclusive',
      'inference-latency-p99': 'pass',
    });
    expect(statuses({ ...limited, slower: 200, lateness: 30 })).toMatchObject({
      'inference-latency-p50': 'fail',
      'inference-latency-p99': 'fail',
    });
  });

  it('says in the capacity whether the client held it back', () => {
    const facts = (verdict: 'valid' | 'client-limited') =>
      read({ verdict }).find(({ metric }) => metric === 'inference.capacity')
        ?.facts;
    expect(facts('valid')).toMatchObject({ clientLimited: false });
    expect(facts('client-limited')).toMatchObject({ clientLimited: true });
  });

  it('counts failed requests as the slowest when it says how sure a percentile is', () => {
    const p99 = (failed: number) =>
      read({ succeeded: 5000 - failed, failed }).find(
        ({ statistic }) => statistic === 'p99',
      );
    expect(p99(0)?.interval?.upper).toBe(24);
    // rank 4,964 of 5,000, among 4,990 latencies that rise evenly to 20 ms
    expect(p99(10)?.interval?.upper).toBeCloseTo((20 * 4964) / 4990, 1);
    expect(p99(49)).not.toHaveProperty('interval');
    expect(statuses({ succeeded: 4951, failed: 49 })).toMatchObject({
      'inference-latency-p50': 'pass',
      'inference-latency-p99': 'inconclusive',
      'inference-error-rate': 'fail',
    });
  });

  it('asks for more requests, not for another run, when there are too few', () => {
    const p99 = read({ succeeded: 100 }).find(
      ({ statistic }) => statistic === 'p99',
    );
    expect(p99).toMatchObject({
      n: 100,
      confidence: {
        value: 0.5,
        reasons: ['100 of the 299 samples that P99 needs'],
      },
    });
    expect(p99).not.toHaveProperty('interval');
  });

  it('gives the exact upper bound of the error rate', () => {
    const errorRate = (failed: number, succeeded: number) =>
      read({ failed, succeeded }).find(
        ({ metric }) => metric === 'inference.error_rate',
      );
    expect(errorRate(0, 2995)?.interval?.upper).toBeLessThan(0.1);
    expect(errorRate(0, 2994)?.interval?.upper).toBeGreaterThan(0.1);
    expect(errorRate(2, 5998)).toMatchObject({
      value: expect.closeTo(0.0333, 4),
      n: 6000,
      interval: { lower: 0, upper: expect.closeTo(0.105, 3), level: 0.95 },
      facts: { failed: 2, attempts: 6000 },
    });
  });

  it('gives nothing where nothing was answered but the error rate', () => {
    expect(
      read({ succeeded: 0, failed: 10 }).map(({ metric }) => metric),
    ).toEqual(['inference.error_rate']);
    expect(read({ succeeded: 0 })).toEqual([]);
  });
});
