import type {
  Experiment,
  Outcome,
  Remedy,
  Report,
  Run,
} from '@dynoscope/scorecard';
import {
  drafted,
  inferenceProbe,
  latency,
  registry,
} from '../__testUtils__/drafted';
import { plan } from '../__testUtils__/plan';
import type { EntityEnvironment } from '../runs/chooseEnvironment';
import { composeScorecard, type ScorecardParts } from './composeScorecard';

const subject = (id: string) => ({
  probe: inferenceProbe,
  subject: {
    id,
    kind: 'endpoint',
    address: '',
    allowedBy: '',
    latencyClass: 'small' as const,
  },
});
const environment = (name: string, ids: string[]): EntityEnvironment => ({
  name,
  production: name === 'live',
  subjects: ids.map(subject),
  targets: { configuration: {}, annotation: {}, looserPermitted: [] },
  problems: [],
});
const hour = 3600;
const noon = Date.parse('2026-11-24T12:00:00.000Z');

function compose(changes: Partial<ScorecardParts> = {}) {
  const demo = environment('demo', ['endpoint/iris']);
  return composeScorecard({
    entityRef: 'component:default/iris',
    environment: demo,
    environments: [demo, environment('live', [])],
    known: [],
    missedIn: [],
    experiments: [],
    records: [],
    enabled: true,
    now: new Date(noon + hour * 1000),
    registry,
    config: {
      required: [],
      schedule: {
        enabled: true,
        production: false,
        frequencySeconds: hour,
        initialDelaySeconds: 5,
        freshnessSeconds: 2 * hour,
      },
    },
    ...changes,
  });
}

const report = drafted({ measurements: [latency(30)] });
const p50 = (outcomes: Outcome[], id = 'endpoint/iris') =>
  outcomes.find(
    ({ checkId, subject: of }) =>
      checkId === 'inference-latency-p50' && of === id,
  );

describe('a scorecard', () => {
  it('is composed of what is known, and says of the rest that nothing is', () => {
    const scorecard = compose({
      known: report.attempted,
      latest: report.report,
      nextRunAt: '2026-11-24T13:00:00.000Z',
    });
    expect(p50(scorecard.outcomes)).toMatchObject({
      status: 'pass',
      value: 30,
    });
    expect(scorecard).toMatchObject({
      measuredAt: '2026-11-24T12:00:00.000Z',
      latestReportId: report.report.id,
      nextRunAt: '2026-11-24T13:00:00.000Z',
      validity: { verdict: 'valid' },
      subjects: [{ id: 'endpoint/iris', kind: 'endpoint' }],
      environments: [
        { name: 'demo', production: false, subjects: 1 },
        { name: 'live', production: true, subjects: 0 },
      ],
      applicable: 4,
    });
    expect(scorecard).not.toHaveProperty('empty');
    const statuses = new Set(
      scorecard.outcomes
        .filter(({ subject: of }) => of === '')
        .map(({ status }) => status),
    );
    expect(statuses).toEqual(new Set(['not-applicable']));
  });

  it('marks what is older than its freshness and takes its points', () => {
    const fresh = compose({ known: report.attempted });
    const stale = compose({
      known: report.attempted,
      now: new Date(noon + 2 * hour * 1000 + 1),
    });
    expect(p50(stale.outcomes)).toMatchObject({ stale: true, value: 30 });
    expect(stale.score).toBeLessThan(fresh.score!);
  });

  it('says nothing of a subject that is gone, and that a new one was not measured', () => {
    const moved = environment('demo', ['endpoint/new']);
    const { outcomes } = compose({
      environment: moved,
      environments: [moved],
      known: report.attempted,
    });
    expect(p50(outcomes)).toBeUndefined();
    expect(p50(outcomes, 'endpoint/new')).toMatchObject({ status: 'no-data' });
  });

  it.each<[string, Partial<ScorecardParts>]>([
    ['not-measured-yet', {}],
    ['paused', { enabled: false }],
    ['nothing-to-measure', { environments: [environment('demo', [])] }],
    ['not-in-environment', { environment: environment('live', []) }],
  ])('is empty since %s', (empty, changes) => {
    const scorecard = compose(changes);
    expect(scorecard.empty).toBe(empty);
    expect(scorecard).not.toHaveProperty('measuredAt');
  });

  it('shows the run that goes on whole, and the last one without its plan', () => {
    const run = {
      id: 'r',
      plan: plan(),
      progress: { probes: [] },
    } as unknown as Run;
    const scorecard = compose({ activeRun: run, lastRun: run });
    expect(scorecard.activeRun).toEqual(run);
    expect(scorecard.lastRun).toEqual({ id: 'r' });
    expect(compose({ nextRunAt: 'x', enabled: false })).not.toHaveProperty(
      'nextRunAt',
    );
  });

  it('explains what misses by the report that it comes from, and nothing else', () => {
    const slow = drafted({ measurements: [latency(300)] });
    const [missed] = slow.attempted.filter(({ status }) => status === 'fail');
    const remedy = (id: string, changes: Partial<Remedy> = {}) =>
      ({
        id,
        checkId: missed.checkId,
        subject: missed.subject,
        ...changes,
      } as Remedy);
    const cause = (...checkIds: string[]) => ({ cause: 'c', checkIds });
    const missedIn = [
      {
        ...slow.report,
        remedies: [
          remedy('batcher-wait'),
          remedy('of another check', { checkId: 'inference-error-rate' }),
          remedy('of another subject', { subject: 'endpoint/other' }),
        ],
        causes: [cause(missed.checkId), cause('inference-error-rate')],
      },
      { ...report.report, remedies: [remedy('of another report')] },
    ] as Report[];
    const none = { kept: 1, exceeded: 0, missed: 0, unclear: 0 };
    const scorecard = compose({
      known: slow.attempted,
      missedIn,
      records: ['batcher-wait', 'never-used'].map(id => ({
        remedy: id,
        ...none,
      })),
    });
    const { id: reportId } = slow.report;
    expect(scorecard.remedies).toEqual([
      { ...remedy('batcher-wait'), reportId },
    ]);
    expect(scorecard.causes).toEqual([{ ...cause(missed.checkId), reportId }]);
    expect(scorecard.records).toEqual([{ remedy: 'batcher-wait', ...none }]);
    expect(compose({ known: report.attempted, missedIn }).remedies).toEqual([]);
  });

  it('shows the newest experiment of each check and subject, and each that is not ended', () => {
    const experiment = (id: string, state: string, checkId = 'a') =>
      ({ id, state, checkId, subject: 's', remedy: id } as Experiment);
    const scorecard = compose({
      experiments: [
        experiment('newest', 'measured'),
        experiment('older', 'measured'),
        experiment('waiting', 'proposed'),
        experiment('other', 'abandoned', 'b'),
      ],
      records: [
        { remedy: 'other', kept: 0, exceeded: 0, missed: 1, unclear: 0 },
      ],
    });
    expect(scorecard.experiments.map(({ id }) => id)).toEqual([
      'newest',
      'waiting',
      'other',
    ]);
    expect(scorecard.records.map(({ remedy }) => remedy)).toEqual(['other']);
  });
});
