import {
  deploymentOf,
  type Deployment,
  type Outcome,
  type Report,
} from '@dynoscope/scorecard';
import { explain, joinFingerprints, summarised } from './explain';

const deployment = (digest: string, maxLatency = 100) =>
  ({
    kind: 'InferenceService',
    name: digest,
    source: { kind: 'file', reference: '/a' },
    digest,
    batcher: { maxBatchSize: 32, maxLatency },
  } as Deployment);

const measurement = (
  subject: string,
  metric: string,
  statistic: string,
  value: number,
  facts?: Record<string, unknown>,
): Report['measurements'][number] => ({
  metric,
  statistic,
  subject,
  value,
  unit: metric.endsWith('capacity') ? '1/s' : 'ms',
  n: 2000,
  interval: { lower: value * 0.99, upper: value * 1.01, level: 0.95 },
  window: {
    start: '2026-11-24T10:00:00.000Z',
    end: '2026-11-24T10:01:00.000Z',
  },
  source: { kind: 'load', detail: 'kserve-v1', vantage: 'portal' },
  confidence: { value: 1, reasons: [] },
  evidenceIds: [],
  facts,
});

/** A service behind a batcher that ten users never fill. */
const waiting = (subject: string) => [
  measurement(subject, 'inference.latency', 'p50', 105),
  measurement(subject, 'inference.latency', 'p99', 108),
  measurement(subject, 'inference.unloaded_latency', 'p50', 104),
  measurement(subject, 'inference.capacity', 'max', 95, {
    users: 10,
    arrival: 'closed',
    instances: 1,
    p50Ms: 105,
    meanMs: 105,
    p99Ms: 108,
  }),
];

const outcome = (subject: string, status: Outcome['status']): Outcome => ({
  checkId: 'inference-latency-p50',
  category: 'inference',
  title: 'Median latency',
  status,
  subject,
  metric: 'inference.latency',
  statistic: 'p50',
  value: 105,
  unit: 'ms',
  target: { below: 50 },
  why: 'It matters.',
  measuredAt: '2026-11-24T10:01:00.000Z',
  runId: 'run',
  reportId: 'report',
});

describe('explain', () => {
  const subjects = [
    { subject: 'endpoint/a', fingerprint: { deployment: deployment('a', 1) } },
    { subject: 'endpoint/b', fingerprint: { deployment: deployment('b') } },
  ];

  it('explains each subject by its own deployment', () => {
    const { remedies, causes, summary } = explain({
      outcomes: [outcome('endpoint/a', 'pass'), outcome('endpoint/b', 'fail')],
      measurements: [...waiting('endpoint/a'), ...waiting('endpoint/b')],
      collectedBy: 'inference',
      subjects,
    });
    expect(remedies).toMatchObject([
      { checkId: 'inference-latency-p50', subject: 'endpoint/b' },
    ]);
    expect(remedies[0].changes).toContainEqual(
      expect.objectContaining({
        path: '/spec/predictor/batcher/maxLatency',
        was: 100,
      }),
    );
    expect(causes.length).toBeGreaterThan(0);
    const report = { score: { score: 50 } } as Report;
    expect(summarised(report, summary).score).toMatchObject({
      score: 50,
      summary: { title: expect.any(String), text: expect.any(String) },
    });
    expect(summarised(report, undefined)).toBe(report);
  });
});

describe('joinFingerprints', () => {
  const of = (digest?: string) => ({
    subject: `endpoint/${digest}`,
    fingerprint: {
      image: `image:${digest}`,
      ...(digest && { deployment: deployment(digest) }),
    },
  });

  it('says how each subject is deployed, once where that is the same', () => {
    const join = (...all: ReturnType<typeof of>[]) =>
      joinFingerprints('inference', all);
    expect(join()).toEqual({ collectedBy: 'inference' });
    for (const same of [join(of('a')), join(of('a'), of('a'))]) {
      expect(same).not.toHaveProperty('deployments');
      expect(deploymentOf(same, 'endpoint/a')).toEqual(deployment('a'));
    }
    const both = join(of('a'), of('b'), of());
    expect(both).not.toHaveProperty('deployment');
    expect(deploymentOf(both, 'endpoint/a')).toEqual(deployment('a'));
    expect(deploymentOf(both, 'endpoint/b')).toEqual(deployment('b'));
    expect(deploymentOf(both, 'endpoint/undefined')).toBeUndefined();
  });
});
