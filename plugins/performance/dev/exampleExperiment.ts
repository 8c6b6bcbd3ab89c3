import type { Experiment } from '@dynoscope/scorecard';
import { subject } from './exampleOutcomes';
import { exampleRemedy } from './exampleRemedy';

/** An experiment that kept its promise. */
export const exampleExperiment: Experiment = {
  id: 'experiment-7',
  entityRef: 'component:default/sluggish-ranker',
  environment: 'staging',
  subject,
  checkId: 'inference-latency-p99',
  remedy: 'batcher-wait',
  title: exampleRemedy.title,
  arithmetic: exampleRemedy.arithmetic,
  changes: exampleRemedy.changes,
  expected: exampleRemedy.expected!,
  baseReportId: 'report-187',
  candidateReportId: 'report-188',
  change: { kind: 'folder', reference: 'sluggish-ranker' },
  state: 'measured',
  verdict: 'kept',
  effect: { value: -401, lower: -420, upper: -385, unit: 'ms' },
  before: {
    reportId: 'report-187',
    runId: 'r-187',
    measuredAt: '2026-11-23T08:32:00.000Z',
    value: 412,
    interval: { lower: 396, upper: 431, level: 0.95 },
    n: 6000,
    validity: 'valid',
  },
  after: {
    reportId: 'report-188',
    runId: 'r-188',
    measuredAt: '2026-11-23T14:32:00.000Z',
    value: 10.8,
    interval: { lower: 10.1, upper: 11.6, level: 0.95 },
    n: 6000,
    validity: 'valid',
  },
  order: ['before', 'after'],
  reasons: [
    'The interval after the change lies inside the promised range.',
    'Both runs are valid and made with the same plan and seed.',
  ],
  undo: {
    possible: true,
    text: 'The portal can put the earlier file back, byte for byte.',
  },
  record: {
    remedy: 'batcher-wait',
    kept: 13,
    exceeded: 2,
    missed: 1,
    unclear: 1,
  },
  createdBy: 'user:default/ana.lima',
  createdAt: '2026-11-23T13:40:00.000Z',
  appliedAt: '2026-11-23T13:40:00.000Z',
  measuredAt: '2026-11-23T14:32:00.000Z',
};

const unmeasured: Partial<Experiment> = {
  verdict: undefined,
  effect: undefined,
  after: undefined,
  candidateReportId: undefined,
  measuredAt: undefined,
  reasons: [],
};

/** The same experiment at each point of its life. */
export const exampleExperiments: Record<string, Experiment> = {
  kept: exampleExperiment,
  exceeded: {
    ...exampleExperiment,
    verdict: 'exceeded',
    after: {
      ...exampleExperiment.after!,
      value: 5.2,
      interval: { lower: 5, upper: 5.5, level: 0.95 },
    },
  },
  missed: {
    ...exampleExperiment,
    verdict: 'missed',
    effect: { value: 3, lower: -22, upper: 28, unit: 'ms' },
    after: {
      ...exampleExperiment.after!,
      value: 415,
      interval: { lower: 398, upper: 433, level: 0.95 },
    },
    reasons: ['The whole interval lies above 15 ms.'],
  },
  unclear: {
    ...exampleExperiment,
    verdict: 'unclear',
    after: { ...exampleExperiment.after!, validity: 'invalid' },
    reasons: ['The run after the change is invalid: the client was 94 % busy.'],
  },
  proposed: {
    ...exampleExperiment,
    ...unmeasured,
    state: 'proposed',
    appliedAt: undefined,
    change: {
      kind: 'pull-request',
      reference: 'https://github.example.com/search/ranker/pull/12',
    },
    undo: {
      possible: false,
      text: 'To undo it, close the pull request or revert it.',
    },
  },
  waiting: {
    ...exampleExperiment,
    ...unmeasured,
    state: 'applied',
    waiting: 'The target rests until 14:46 UTC, then the plan is run.',
  },
  measuring: {
    ...exampleExperiment,
    ...unmeasured,
    state: 'applied',
    runId: 'r-188',
  },
  abandoned: {
    ...exampleExperiment,
    ...unmeasured,
    state: 'abandoned',
  },
  undone: {
    ...exampleExperiment,
    undo: {
      possible: false,
      text: 'Undone.',
      undoneAt: '2026-11-23T14:40:00.000Z',
    },
  },
};
