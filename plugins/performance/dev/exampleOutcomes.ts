import type { Outcome } from '@dynoscope/scorecard';

/** Time at which the examples are looked at. */
export const exampleNow = Date.parse('2026-11-23T14:44:00Z');

/** When the examples were measured. */
export const measuredAt = '2026-11-23T14:32:00.000Z';
/** What the examples were measured of. */
export const subject = 'endpoint/sluggish-ranker';

function trend(values: readonly number[]): Outcome['trend'] {
  return values.map((value, index) => ({
    at: new Date(
      Date.parse(measuredAt) - (7 - index) * 6 * 3600_000,
    ).toISOString(),
    value,
    runId: `r-${180 + index}`,
  }));
}

function outcome(
  part: Partial<Outcome> & Pick<Outcome, 'checkId' | 'title' | 'status'>,
): Outcome {
  return {
    category: 'inference',
    subject,
    why: 'Users wait for it.',
    guide: 'Latency Targets',
    doc: 'https://example.com/checks',
    measuredAt,
    runId: 'r-187',
    reportId: 'report-187',
    ...part,
  };
}

const latency = {
  metric: 'inference.latency',
  unit: 'ms',
  latencyClass: 'small',
  n: 6000,
  targetSource: { kind: 'guide', reference: 'Latency Targets, Small model' },
} as const;

export const p99: Outcome = outcome({
  ...latency,
  checkId: 'inference-latency-p99',
  title: 'P99 latency',
  status: 'fail',
  statistic: 'p99',
  value: 412,
  target: { below: 100 },
  margin: -3.12,
  interval: { lower: 396, upper: 431, level: 0.95 },
  why: 'One request in a hundred takes longer than this. A page that makes ten calls meets one on every tenth load.',
  trend: trend([228, 235, 231, 238, 230, 402, 409, 412]),
});

export const p50: Outcome = outcome({
  ...latency,
  checkId: 'inference-latency-p50',
  title: 'P50 latency',
  status: 'warn',
  statistic: 'p50',
  value: 47.2,
  target: { below: 50 },
  margin: 0.056,
  interval: { lower: 46.1, upper: 48.6, level: 0.95 },
  why: 'Half of all requests take longer than this.',
  trend: trend([41, 42, 41.4, 41.8, 42.1, 46.9, 47.1, 47.2]),
});

export const errorRate: Outcome = outcome({
  checkId: 'inference-error-rate',
  title: 'Error rate',
  status: 'inconclusive',
  metric: 'inference.error_rate',
  statistic: 'upper95',
  unit: '%',
  value: 0.0333,
  n: 6000,
  target: { below: 0.1 },
  targetSource: { kind: 'guide', reference: 'Inference Benchmarking' },
  margin: 0.667,
  interval: { lower: 0, upper: 0.105, level: 0.95 },
  why: 'A request that fails is a prediction that somebody does not get.',
  reason:
    '2 of 6,000 requests failed; the true rate lies below 0.105 % with 95 % confidence, the target is < 0.1 %.',
  needs: '296 more requests without an error',
  trend: trend([0.017, 0.017, 0.03, 0.017, 0.02, 0.03, 0.033, 0.033]),
});

export const throughput: Outcome = outcome({
  checkId: 'inference-throughput',
  title: 'Throughput',
  status: 'pass',
  metric: 'inference.capacity',
  statistic: 'max',
  unit: '1/s',
  value: 118,
  target: { above: 100 },
  targetSource: { kind: 'guide', reference: 'Inference Benchmarking' },
  margin: 0.18,
  interval: { lower: 114, upper: 121, level: 0.95 },
  why: 'The highest rate at which the latency targets hold.',
  trend: trend([122, 121, 123, 122, 122, 119, 118, 118]),
});

export const exampleOutcomes: Outcome[] = [
  p50,
  p99,
  throughput,
  errorRate,
  outcome({
    checkId: 'llm-time-to-first-token',
    title: 'Time to first token',
    status: 'not-applicable',
    reason: 'not a language model',
  }),
  outcome({
    checkId: 'training-throughput',
    category: 'training',
    title: 'Training throughput',
    status: 'no-data',
    subject: 'training/ranker-nightly',
    reason:
      '1,272 samples/s were measured, but no baseline is pinned to compare with',
    runId: '',
    reportId: '',
    target: { ofBaseline: 0.95 },
    measuredAt: '2026-11-23T11:32:00.000Z',
  }),
  outcome({
    checkId: 'gpu-memory',
    category: 'gpu',
    title: 'GPU memory used',
    status: 'pass',
    subject: 'gpu/ranker-nightly',
    metric: 'gpu.memory_used',
    statistic: 'mean',
    unit: '%',
    value: 71,
    target: { within: [60, 90] },
    margin: 0.1,
    interval: { lower: 69, upper: 74, level: 0.95 },
    measuredAt: '2026-11-23T11:32:00.000Z',
    trend: trend([70, 72, 70, 74, 72, 72, 70, 71]),
  }),
  outcome({
    checkId: 'database-indexes',
    category: 'database',
    title: 'Indexes',
    status: 'fail',
    subject: 'database/mlflow',
    target: { none: 'findings' },
    findings: [{ table: 'runs' }, { table: 'metrics' }],
  }),
  outcome({
    checkId: 'storage-object-throughput',
    category: 'storage',
    title: 'Object storage download',
    status: 'pass',
    stale: true,
    subject: 'bucket/models',
    metric: 'storage.object_read',
    statistic: 'median',
    unit: 'MB/s',
    value: 186,
    target: { atLeast: 140 },
    margin: 0.33,
    interval: { lower: 171, upper: 198, level: 0.95 },
    measuredAt: '2026-11-14T14:32:00.000Z',
    trend: trend([178, 190, 181, 187, 186].slice(0, 5)),
    lastAttempt: {
      status: 'error',
      reason: 'the bucket refused the connection',
      at: measuredAt,
      runId: 'r-187',
      reportId: 'report-187',
    },
  }),
  outcome({
    checkId: 'autoscaling-reaction',
    category: 'kubernetes',
    title: 'Autoscaling reaction',
    status: 'error',
    subject: 'workload/sluggish-ranker',
    target: { atMost: 30 },
    unit: 's',
    reason:
      'The API server refused to watch horizontalpodautoscalers in namespace search (403).',
  }),
];
