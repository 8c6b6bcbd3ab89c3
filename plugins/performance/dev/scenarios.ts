import type { PerformanceApi } from '@dynoscope/backstage-plugin-performance-common';
import type { Scorecard } from '@dynoscope/scorecard';
import { exampleApi } from './exampleApi';
import { exampleExperiments } from './exampleExperiment';
import { exampleCannot, exampleExplained } from './exampleRemedy';
import { exampleRun } from './exampleRun';
import { refusal } from './refusal';
import { emptyScorecard, exampleScorecard } from './exampleScorecard';

const never = new Promise<never>(() => {});

function refused(status: number): Error {
  return Object.assign(new Error(`answered ${status}`), {
    response: { status, headers: new Headers({ 'x-request-id': '5f0c2a' }) },
    body: { error: { name: 'Error', message: 'refused' } },
  });
}

function shown(part: Partial<Scorecard>): PerformanceApi {
  return exampleApi({ scorecard: { ...exampleScorecard, ...part } });
}

const { outcomes } = exampleScorecard;

/** The tab with an experiment at each point of its life: `experiment-kept`, `experiment-waiting` … */
const experiments = Object.fromEntries(
  Object.entries(exampleExperiments).map(([name, experiment]) => [
    `experiment-${name}`,
    shown({ ...exampleExplained, experiments: [experiment] }),
  ]),
);

/** Every state of card and tab, by the name in the address. */
export const scenarios: Record<string, PerformanceApi> = {
  full: exampleApi(),
  remedy: shown(exampleExplained),
  'remedy-cannot': shown({
    ...exampleExplained,
    remedies: [{ ...exampleCannot, reportId: 'report-187' }],
  }),
  ...experiments,
  'form-refused': exampleApi({
    generate: async () => {
      throw refusal({
        status: 400,
        message: 'options.maxLatency: 0 is not allowed; 1 to 60000 ms are',
      });
    },
  }),
  healthy: shown({
    outcomes: outcomes.filter(({ status }) => status === 'pass'),
    score: 92,
    earned: 92,
    unproven: 8,
    lost: 0,
    summary: {
      title: 'All that was measured is within its target',
      text: '8 of 9 checks have been measured.',
    },
  }),
  running: exampleApi({
    scorecard: { ...exampleScorecard, activeRun: exampleRun },
    getRun: async () => exampleRun,
  }),
  stale: shown({
    outcomes: outcomes.map(outcome => ({ ...outcome, stale: true })),
    enabled: false,
  }),
  paused: shown({ enabled: false }),
  invalid: shown({
    validity: {
      verdict: 'invalid',
      reasons: [{ code: 'loop-busy', message: 'The client was 94 % busy.' }],
    },
  }),
  partial: shown({
    lastRun: {
      ...exampleRun,
      state: 'partial',
      error: {
        code: 'unreachable',
        message: 'The database refused the connection.',
      },
    },
    problems: [
      'dynoscope.dev/inference: no endpoint "ranker" is configured; there are iris, sluggish-ranker',
    ],
  }),
  interrupted: shown({ lastRun: { ...exampleRun, state: 'interrupted' } }),
  readonly: shown({ allowedActions: [] }),
  'not-measured': exampleApi({ scorecard: emptyScorecard('not-measured-yet') }),
  nothing: exampleApi({ scorecard: emptyScorecard('nothing-to-measure') }),
  'not-here': exampleApi({ scorecard: emptyScorecard('not-in-environment') }),
  loading: exampleApi({ getScorecard: () => never }),
  error: exampleApi({
    getScorecard: async () => {
      throw refused(503);
    },
  }),
  hidden: exampleApi({
    getScorecard: async () => {
      throw refused(404);
    },
  }),
};
