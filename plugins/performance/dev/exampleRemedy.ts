import type { Cause, Remedy, Scorecard } from '@dynoscope/scorecard';
import { subject } from './exampleOutcomes';

/** Why the example waits. */
export const exampleCause: Cause = {
  cause:
    'The batcher waits up to 100 ms for 32 requests, and 10 users never fill it.',
  confidence: 'high',
  for: [
    'One user alone waits 101 ms, the model works 2.1 ms of them.',
    'P50 lies within 5 ms of the batch wait.',
  ],
  against: [],
  checkIds: ['inference-latency-p50', 'inference-latency-p99'],
};

/** What mends it. */
export const exampleRemedy: Remedy = {
  id: 'batcher-wait',
  checkId: 'inference-latency-p99',
  subject,
  title: 'Shorten the batch wait to 5 ms',
  text: '98 of 100 ms are waiting, not work: a batch of 32 never fills with 10 users.',
  arithmetic: [
    'wait = target × share − service time',
    '= 100 ms × 0.07 − 2.1 ms',
    '= 4.9 ms, rounded to 5 ms',
  ],
  inputs: [
    {
      name: 'users',
      label: 'Users at a time',
      value: 10,
      source: 'measured',
      detail: 'in this run',
    },
    {
      name: 'serviceMs',
      label: 'Service time, mean',
      value: 2.1,
      unit: 'ms',
      source: 'measured',
      detail: 'one user alone',
    },
    {
      name: 'maxLatency',
      label: 'Batch wait',
      value: 100,
      unit: 'ms',
      source: 'manifest',
      detail: 'inference-service.yaml',
    },
    {
      name: 'target',
      label: 'Target of P99',
      value: 100,
      unit: 'ms',
      source: 'guide',
      detail: 'Latency Targets, Small',
    },
  ],
  changes: [
    {
      path: '/spec/predictor/batcher/maxLatency',
      label: 'maxLatency',
      was: 100,
      value: 5,
      unit: 'ms',
      arithmetic: '100 ms × 0.07 − 2.1 ms = 4.9 ms',
      consequence: 'A request waits at most 5 ms for others.',
      source: 'measured',
    },
  ],
  expected: {
    metric: 'inference.latency',
    statistic: 'p99',
    lower: 7,
    upper: 15,
    unit: 'ms',
  },
  cost: 'nothing: smaller batches, the same replicas',
  action: { kind: 'template', template: 'inference-service' },
};

/** The parts of a scorecard that explain and mend. */
export const exampleExplained: Pick<
  Scorecard,
  'remedies' | 'causes' | 'records' | 'allowedActions'
> = {
  remedies: [{ ...exampleRemedy, reportId: 'report-187' }],
  causes: [{ ...exampleCause, reportId: 'report-187' }],
  records: [
    { remedy: 'batcher-wait', kept: 12, exceeded: 2, missed: 1, unclear: 1 },
  ],
  allowedActions: ['run', 'cancel', 'evidence', 'experiment'],
};

/** A miss that nothing can be computed for. */
export const exampleCannot: Remedy = {
  ...exampleRemedy,
  title: 'Change how it is deployed',
  text: undefined,
  arithmetic: [],
  inputs: [{ name: 'manifest', label: 'Manifest', source: 'not measured' }],
  changes: [],
  expected: undefined,
  cost: undefined,
  cannot:
    'Nobody has told Dynoscope which manifest deploys this endpoint. Name it in the configuration: performance.inference.endpoints.sluggish-ranker.manifest.',
  action: undefined,
};
