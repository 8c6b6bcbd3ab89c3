// The way from what a load measured to a promise, through the product's own code. Bundled before it is run.
import { evaluateChecks } from '@dynoscope/scorecard';
import { decodeHistogram } from '@dynoscope/statistics';
import { readDeployment, recomputeRemedy } from '@dynoscope/tuning';

const subject = 'endpoint/planted';
const checkId = 'inference-latency-p50';

/** What a report would hold of a load of one user and of a load of all. */
function measurementsOf({ one, base, users, rowsOfRequest }) {
  const common = {
    subject,
    window: { start: '2026-01-01T00:00:00Z', end: '2026-01-01T00:00:03Z' },
    source: { kind: 'load', detail: 'bench', vantage: 'cli' },
    confidence: {
      value: base.validity.verdict === 'invalid' ? 0 : 1,
      reasons: base.validity.reasons.map(({ message }) => message),
    },
    evidenceIds: [],
  };
  const n = base.requests.succeeded;
  const latency = statistic => {
    const interval = base.latency.intervals[statistic];
    return {
      ...common,
      metric: 'inference.latency',
      statistic,
      value: base.latency[statistic],
      unit: 'ms',
      n,
      ...(interval && {
        interval: { lower: interval[0], upper: interval[1], level: 0.95 },
      }),
    };
  };
  const least = decodeHistogram(one.histogram).bucketOfRank(1).lower / 1000;
  return [
    latency('p50'),
    latency('p99'),
    {
      ...common,
      metric: 'inference.capacity',
      statistic: 'max',
      value: base.throughput.value,
      unit: '1/s',
      n,
      facts: { users, arrival: 'closed', instances: rowsOfRequest },
    },
    {
      ...common,
      metric: 'inference.unloaded_latency',
      statistic: 'p50',
      value: one.latency.p50,
      unit: 'ms',
      n: one.requests.succeeded,
      facts: { minMs: least },
    },
  ];
}

/** The remedy for what was measured, with a batcher of somebody's choice or the computed one. */
export function promiseOf({ manifest, candidate, ...loads }) {
  const measurements = measurementsOf(loads);
  const { outcomes } = evaluateChecks({
    subjects: [{ id: subject, kind: 'endpoint', latencyClass: 'small' }],
    measurements,
    runId: 'bench',
    reportId: 'bench',
    measuredAt: '2026-01-01T00:00:03Z',
  });
  const deployment = readDeployment({
    content: manifest,
    source: { kind: 'file', reference: 'service.yaml' },
    digest: 'bench',
  });
  const report = {
    id: 'bench',
    outcomes,
    measurements,
    fingerprint: { collectedBy: 'bench', deployment },
  };
  const [maxBatchSize, maxLatency] = candidate ?? [];
  return recomputeRemedy({
    report,
    checkId,
    options: candidate && { maxBatchSize, maxLatency },
  });
}
