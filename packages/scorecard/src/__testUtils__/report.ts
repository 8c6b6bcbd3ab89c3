import { evaluateChecks } from '../evaluateChecks';
import { assembleReport } from '../report';
import type { Report } from '../reportSchema';
import type { Run } from '../runSchema';
import { measurementOf, run } from './fixtures';

const at = run.measuredAt;

/** A finished run of one probe. */
export function runOf(text = 'iris'): Run {
  return {
    id: run.runId,
    entityRef: `component:default/${text}`,
    environment: text,
    state: 'succeeded',
    trigger: 'user',
    requestedBy: text,
    plan: {
      id: 'plan-1',
      entityRef: `component:default/${text}`,
      environment: text,
      confirm: null,
      refusals: [],
      expiresAt: at,
      probes: [
        {
          probe: 'inference',
          title: text,
          subject: 'endpoint/iris',
          address: text,
          allowedBy: text,
          vantage: 'portal',
          effect: 'load',
          max: {
            requests: 12_000,
            rate: 200,
            connections: 10,
            seconds: 63,
            bytes: 1e9,
            tokens: 0,
          },
          stopRules: [text],
        },
      ],
    },
    progress: { probes: [] },
    error: { code: 'unreachable', message: text },
    createdAt: at,
    startedAt: at,
    finishedAt: at,
  };
}

/** A report in which every field is filled and every text of unknown origin is `text`. */
export function reportOf(text = 'iris'): Report {
  const measurements = [
    measurementOf({
      metric: 'inference.latency',
      value: 412,
      interval: { lower: 396, upper: 431, level: 0.95 },
      source: { kind: text, detail: text, version: text, vantage: 'portal' },
      confidence: { value: 0.9, reasons: [text] },
    }),
  ];
  const { outcomes } = evaluateChecks({
    ...run,
    subjects: [
      { id: 'endpoint/iris', kind: 'endpoint', latencyClass: 'small' },
    ],
    measurements,
    errors: [
      {
        subject: 'endpoint/iris',
        probe: text,
        reason: text,
        metrics: ['inference.capacity'],
      },
    ],
  });
  const [failed] = outcomes.filter(({ status }) => status === 'fail');
  return assembleReport({
    id: run.reportId,
    createdAt: at,
    run: runOf(text),
    fingerprint: { collectedBy: text, image: text, resources: { cpu: text } },
    outcomes: [
      ...outcomes,
      {
        ...failed,
        checkId: 'own',
        title: text,
        why: text,
        findings: [{ text }],
      },
      {
        ...failed,
        status: 'pass',
        stale: true,
        lastAttempt: {
          status: 'error',
          reason: text,
          at,
          runId: 'r',
          reportId: 'p',
        },
      },
    ],
    measurements,
    validity: {
      verdict: 'client-limited',
      reasons: [{ code: 'late', message: text }],
    },
    remedies: [
      {
        id: 'batcher-wait',
        checkId: 'inference-latency-p99',
        subject: 'endpoint/iris',
        title: text,
        text,
        arithmetic: [text],
        inputs: [
          {
            name: 'users',
            label: text,
            value: text,
            unit: text,
            source: 'measured',
            detail: text,
          },
          { name: 'serviceMs', label: text, source: 'not measured' },
        ],
        changes: [
          {
            path: '/spec/predictor/batcher/maxLatency',
            label: text,
            was: 100,
            value: text,
            unit: text,
            arithmetic: text,
            consequence: text,
            source: 'measured',
          },
        ],
        expected: {
          metric: 'inference.latency',
          statistic: 'p99',
          lower: 80,
          upper: 95,
          unit: 'ms',
        },
        alsoExpected: [
          {
            metric: 'inference.capacity',
            statistic: 'max',
            lower: 400,
            upper: 900,
            unit: '1/s',
          },
        ],
        cost: text,
        action: { kind: 'command', command: text },
      },
      {
        id: 'add-replicas',
        checkId: 'inference-throughput',
        subject: 'endpoint/iris',
        title: text,
        arithmetic: [],
        inputs: [],
        changes: [],
        cannot: text,
      },
    ],
    causes: [
      {
        cause: text,
        confidence: 'high',
        for: [text],
        against: [text],
        checkIds: [],
      },
    ],
    evidence: [
      {
        id: 'e-1',
        kind: 'load-result',
        title: text,
        href: '/api/performance/reports/p-1/evidence/e-1',
      },
    ],
    commands: [
      { subject: 'endpoint/iris', command: `dynoscope bench ${text}` },
    ],
    notes: [text],
  });
}
