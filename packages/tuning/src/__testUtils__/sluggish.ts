import {
  evaluateChecks,
  type Deployment,
  type Measurement,
  type Report,
} from '@dynoscope/scorecard';

const subject = 'endpoint/sluggish';

/** What the demo's slow service measures: the guide's batcher under the guide's ten users. */
export const usual = {
  users: 10 as number | undefined,
  instances: 1,
  p50: 103,
  p50Interval: [102.6, 103.4] as [number, number] | undefined,
  p99: 112,
  throughput: 96.6,
  rateCeiling: undefined as number | undefined,
  unloaded: 102.1 as number | undefined,
  least: 101.4,
  failed: 0,
  errors: {} as Record<string, number>,
  confidence: 1,
  latencyClass: 'small' as 'small' | 'medium' | undefined,
};

export const guideBatcher = { maxBatchSize: 32, maxLatency: 100 };

/** A deployment with the guide's batcher, unless told otherwise. */
export function deploymentOf(changed: Partial<Deployment> = {}): Deployment {
  return {
    kind: 'InferenceService',
    name: 'sluggish-ranker',
    source: { kind: 'file', reference: 'sluggish-ranker.yaml' },
    digest: 'd',
    deploymentMode: 'Standard',
    protocolVersion: 'v1',
    modelFormat: 'onnx',
    batcher: guideBatcher,
    resources: { limits: { cpu: '2' } },
    ...changed,
  };
}

function measurementsOf(told: typeof usual): Measurement[] {
  const common = {
    subject,
    n: 5_800,
    window: {
      start: '2026-11-24T14:29:00.000Z',
      end: '2026-11-24T14:30:00.000Z',
    },
    source: { kind: 'load', detail: 'closed loop', vantage: 'portal' },
    confidence: { value: told.confidence, reasons: ['busy'] },
    evidenceIds: [],
  };
  const [lower, upper] = told.p50Interval ?? [];
  return [
    {
      ...common,
      metric: 'inference.latency',
      statistic: 'p50',
      value: told.p50,
      unit: 'ms',
      ...(lower !== undefined && {
        interval: { lower, upper: upper!, level: 0.95 },
      }),
    },
    {
      ...common,
      metric: 'inference.latency',
      statistic: 'p99',
      value: told.p99,
      unit: 'ms',
    },
    {
      ...common,
      metric: 'inference.capacity',
      statistic: 'max',
      value: told.throughput,
      unit: '1/s',
      facts: {
        users: told.users,
        arrival: 'closed',
        instances: told.instances,
        p50Ms: told.p50,
        rateCeiling: told.rateCeiling,
      },
    },
    {
      ...common,
      metric: 'inference.error_rate',
      statistic: 'upper95',
      value: (100 * told.failed) / 5_800,
      unit: '%',
      facts: { failed: told.failed, attempts: 5_800, errors: told.errors },
    },
    ...(told.unloaded === undefined
      ? []
      : [
          {
            ...common,
            metric: 'inference.unloaded_latency',
            statistic: 'p50',
            value: told.unloaded,
            unit: 'ms' as const,
            facts: { minMs: told.least },
          },
        ]),
  ];
}

/** The parts of a report that explanations read. */
export function reportWith(
  told: Partial<typeof usual> = {},
  deployment: Deployment | undefined = deploymentOf(),
): Report {
  const all = { ...usual, ...told };
  const measurements = measurementsOf(all);
  const { outcomes } = evaluateChecks({
    subjects: [
      { id: subject, kind: 'endpoint', latencyClass: all.latencyClass },
    ],
    measurements,
    runId: 'r-1',
    reportId: 'p-1',
    measuredAt: '2026-11-24T14:30:00.000Z',
  });
  const parts: Pick<
    Report,
    'id' | 'outcomes' | 'measurements' | 'fingerprint'
  > = {
    id: 'p-1',
    outcomes,
    measurements,
    fingerprint: { collectedBy: 'inference', deployment },
  };
  return parts as Report;
}

/** Narrow spaces as the usual ones, as people write them in a test. */
export function plain<T>(value: T): T {
  return JSON.parse(JSON.stringify(value).replace(/\u202f/g, ' '));
}
