import type { Report } from '@dynoscope/scorecard';
import { errorRate, exampleOutcomes, p50, p99 } from './exampleOutcomes';
import { exampleCause, exampleRemedy } from './exampleRemedy';
import { exampleRun } from './exampleRun';
import { exampleScorecard } from './exampleScorecard';

const window = {
  start: '2026-11-23T14:29:00.000Z',
  end: '2026-11-23T14:30:00.000Z',
};
const source = {
  kind: 'load',
  detail: 'closed loop, 10 users',
  vantage: 'portal',
};

const percentiles = [
  0, 10, 25, 40, 50, 60, 75, 80, 85, 90, 92.5, 95, 97.5, 98, 99, 99.5, 99.9,
  99.95,
];
const latency = [
  21, 29, 36, 43, 47.2, 55, 79, 92, 108, 128, 155, 201, 300, 340, 412, 520, 688,
  730,
];
const serviceTime = [
  20, 26, 29, 30.4, 31, 32, 36, 38, 41, 47, 52, 58, 70, 76, 88, 103, 131, 145,
];

/** The report behind the example scorecard. */
export const exampleReport: Report = {
  schemaVersion: 1,
  id: 'report-187',
  entityRef: exampleScorecard.entityRef,
  environment: exampleScorecard.environment,
  createdAt: '2026-11-23T14:32:00.000Z',
  run: {
    id: 'r-187',
    entityRef: exampleScorecard.entityRef,
    environment: exampleScorecard.environment,
    state: 'succeeded',
    trigger: 'schedule',
    requestedBy: 'schedule',
    reportId: 'report-187',
    createdAt: '2026-11-23T14:28:00.000Z',
    startedAt: '2026-11-23T14:28:30.000Z',
    finishedAt: '2026-11-23T14:32:00.000Z',
  },
  plan: exampleRun.plan,
  fingerprint: { collectedBy: 'portal' },
  score: exampleScorecard,
  validity: exampleScorecard.validity,
  outcomes: exampleOutcomes,
  measurements: [p50, p99, errorRate].map(outcome => ({
    metric: outcome.metric!,
    statistic: outcome.statistic!,
    subject: outcome.subject,
    value: outcome.value!,
    unit: outcome.unit!,
    n: 6000,
    interval: outcome.interval,
    window,
    source,
    confidence: { value: 1, reasons: [] },
    evidenceIds: ['evidence-1'],
  })),
  remedies: [exampleRemedy],
  causes: [exampleCause],
  evidence: [
    {
      id: 'evidence-1',
      kind: 'load-result',
      title: 'Load on sluggish-ranker',
      href: '/api/performance/reports/report-187/evidence/evidence-1',
      data: {
        curve: percentiles.map((percentile, index) => ({
          percentile,
          latency: latency[index],
          serviceTime: serviceTime[index],
        })),
        latency: {
          p50: 47.2,
          p90: 128,
          p95: 201,
          p99: 412,
          p999: 688,
          max: 742,
          intervals: {
            p50: [46.1, 48.6],
            p90: [123, 134],
            p95: [192, 211],
            p99: [396, 431],
            p999: [641, 742],
          },
        },
        serviceTime: {
          p50: 31,
          p90: 47,
          p95: 58,
          p99: 88,
          p999: 131,
          max: 148,
        },
        requests: {
          sent: 6000,
          succeeded: 5998,
          errors: { 'body-invalid': 2 },
        },
      },
    },
  ],
  commands: [],
  notes: [],
};
