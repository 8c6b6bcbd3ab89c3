import type { Scorecard } from '@dynoscope/scorecard';
import { exampleOutcomes, measuredAt, subject } from './exampleOutcomes';

/** A scorecard with every kind of outcome. */
export const exampleScorecard: Scorecard = {
  entityRef: 'component:default/sluggish-ranker',
  environment: 'staging',
  environments: [
    { name: 'demo', production: false, subjects: 0 },
    { name: 'staging', production: false, subjects: 3 },
    { name: 'production', production: true, subjects: 3 },
  ],
  subjects: [
    { id: subject, kind: 'endpoint' },
    { id: 'training/ranker-nightly', kind: 'training' },
    { id: 'database/mlflow', kind: 'database' },
  ],
  problems: [],
  outcomes: exampleOutcomes,
  score: 34,
  scoreRange: [34, 72],
  earned: 34,
  unproven: 38,
  lost: 28,
  measured: 6,
  applicable: 9,
  notApplicable: 1,
  summary: {
    title: 'One request in a hundred takes too long',
    text: 'P99 latency is 412 ms, 312 % over its target of < 100 ms. One more check fails.',
  },
  validity: { verdict: 'valid', reasons: [] },
  measuredAt,
  nextRunAt: '2026-11-23T20:30:00.000Z',
  latestReportId: 'report-187',
  remedies: [],
  causes: [],
  records: [],
  experiments: [],
  enabled: true,
  allowedActions: ['run', 'cancel', 'evidence'],
};

const quiet = {
  score: null,
  scoreRange: null,
  earned: 0,
  unproven: 0,
  lost: 0,
};

/** A scorecard without outcomes, for one of the reasons there are. */
export function emptyScorecard(
  empty: NonNullable<Scorecard['empty']>,
): Scorecard {
  return {
    ...exampleScorecard,
    ...quiet,
    environment: empty === 'not-in-environment' ? 'demo' : 'staging',
    environments:
      empty === 'nothing-to-measure' ? [] : exampleScorecard.environments,
    subjects:
      empty === 'nothing-to-measure' || empty === 'not-in-environment'
        ? []
        : exampleScorecard.subjects,
    outcomes: [],
    measured: 0,
    applicable: 0,
    notApplicable: 0,
    measuredAt: undefined,
    latestReportId: undefined,
    validity: undefined,
    enabled: empty !== 'paused',
    empty,
  };
}
