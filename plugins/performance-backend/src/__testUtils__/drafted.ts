import { randomUUID } from 'node:crypto';
import {
  checks,
  metrics,
  type Measurement,
  type Run,
} from '@dynoscope/scorecard';
import { createRegistry } from '../createRegistry';
import { draftReport, type DraftedReport } from '../reports/draftReport';
import type { ProbeResult } from '../runs/runProbes';
import { echoed, echoProbe } from './echoProbe';
import { plan } from './plan';

const endpoint = {
  id: 'endpoint/iris',
  kind: 'endpoint',
  address: 'http://iris/',
  allowedBy: 'the test',
  latencyClass: 'small' as const,
};

/** A probe that gives what the inference checks need. */
export const inferenceProbe = echoProbe({
  metrics: metrics.filter(({ id }) => id.startsWith('inference.')),
});

export const registry = createRegistry({
  probes: [inferenceProbe],
  checks,
  metrics,
});

/** A median latency of the endpoint. */
export const latency = (value: number, changes: Partial<Measurement> = {}) =>
  echoed({
    metric: 'inference.latency',
    subject: endpoint.id,
    value,
    interval: { lower: value - 1, upper: value + 1, level: 0.95 },
    n: 5000,
    ...changes,
  });

/** A report as a run of the inference probe drafts it. */
export function drafted(
  options: {
    at?: string;
    measurements?: Measurement[];
    error?: Extract<ProbeResult, { error: unknown }>['error'];
    run?: Partial<Run>;
    data?: Record<string, unknown>;
  } = {},
): DraftedReport {
  const { at = '2026-11-24T12:00:00.000Z', measurements = [latency(30)] } =
    options;
  const [probePlan] = plan().probes;
  const brought: ProbeResult = {
    plan: probePlan,
    findings: {
      measurements,
      evidence: [
        { id: randomUUID(), kind: 'k', title: 'Raw', data: options.data },
      ],
      notes: [],
      commands: ['dynoscope bench http://iris/'],
      fingerprint: { image: 'iris:1' },
      validity: { verdict: 'valid', reasons: [] },
    },
  };
  const run: Run = {
    id: randomUUID(),
    entityRef: 'component:default/iris',
    environment: 'demo',
    state: 'succeeded',
    trigger: 'user',
    requestedBy: 'user:default/guest',
    plan: plan(),
    progress: { probes: [] },
    createdAt: at,
    startedAt: at,
    finishedAt: at,
    ...options.run,
  };
  return draftReport({
    reportId: randomUUID(),
    found: {
      subjects: [{ probe: inferenceProbe, subject: endpoint }],
      targets: { configuration: {}, annotation: {}, looserPermitted: [] },
      problems: [],
    },
    results: [
      options.error ? { plan: probePlan, error: options.error } : brought,
    ],
    config: { required: [] },
    registry,
  })(run);
}
