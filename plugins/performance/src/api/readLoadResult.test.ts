import { exampleReport } from '../../dev/exampleReport';
import { readLoadResult } from './readLoadResult';

describe('readLoadResult', () => {
  it('reads curve, percentiles with their intervals, and errors', () => {
    const [evidence] = exampleReport.evidence;
    const result = readLoadResult(evidence);
    expect(result?.curve).toHaveLength(18);
    expect(result?.percentiles[3]).toEqual({
      statistic: 'p99',
      latency: 412,
      interval: { lower: 396, upper: 431, level: 0.95 },
      serviceTime: 88,
    });
    expect(result?.succeeded).toBe(5998);
    expect(result?.errors).toEqual([{ kind: 'body-invalid', count: 2 }]);
  });

  it.each([
    ['nothing', undefined],
    ['other fields', { points: [1, 2] }],
    ['wrong types', { curve: 'steep', latency: [1], requests: null }],
    [
      'numbers that are none',
      {
        curve: [
          { percentile: 50, latency: NaN },
          { percentile: 100, latency: 3 },
        ],
        latency: { p50: '4', intervals: { p50: [1] } },
        requests: { errors: { timeout: 0, reset: 'many' } },
      },
    ],
  ])('leaves out what it cannot read: %s', (_name, data) => {
    const result = readLoadResult({ data });
    expect(result?.curve ?? []).toEqual([]);
    expect(result?.percentiles ?? []).toEqual([]);
    expect(result?.errors ?? []).toEqual([]);
  });
});
