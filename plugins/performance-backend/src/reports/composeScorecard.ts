import {
  evaluateChecks,
  isConclusive,
  markStale,
  scoreOutcomes,
  type EmptyReason,
  type Experiment,
  type Outcome,
  type RemedyRecord,
  type Report,
  type Run,
  type Scorecard,
} from '@dynoscope/scorecard';
import type { PerformanceConfig } from '../config';
import type { Registry } from '../createRegistry';
import type { EntityEnvironment } from '../runs/chooseEnvironment';
import { subjectsOf } from './draftReport';
import { explanationsOf } from './explanationsOf';

/** Everything that a scorecard is composed of. */
export interface ScorecardParts {
  entityRef: string;
  environment: EntityEnvironment;
  environments: EntityEnvironment[];
  /** What is known, with the history of each. */
  known: Outcome[];
  latest?: Report;
  /** Reports that the outcomes which miss come from. */
  missedIn: Report[];
  /** Of the entity in the environment, newest first, with the records of their remedies. */
  experiments: Experiment[];
  /** How remedies fared, over all entities. */
  records: RemedyRecord[];
  activeRun?: Run;
  lastRun?: Run;
  nextRunAt?: string;
  enabled: boolean;
  now: Date;
  registry: Registry;
  config: Pick<PerformanceConfig, 'required' | 'schedule'>;
}

/** Composes the scorecard of an entity in an environment, as the reader may see all of it. */
export function composeScorecard(parts: ScorecardParts): Scorecard {
  const { entityRef, environment, environments, latest } = parts;
  const { outcomes, problems } = outcomesOf(parts);
  const measured = outcomes.filter(isConclusive).filter(({ runId }) => runId);
  const lastRun = parts.lastRun && withoutPlan(parts.lastRun);
  const { activeRun, nextRunAt, enabled } = parts;
  const empty = emptyReason(parts, measured.length > 0);
  const { remedies, causes } = explanationsOf(outcomes, parts.missedIn);
  const experiments = parts.experiments.filter(isShown);
  const named = new Set([
    ...remedies.map(({ id }) => id),
    ...experiments.map(({ remedy }) => remedy),
  ]);
  return {
    ...scoreOutcomes(outcomes, { remedies, causes }),
    entityRef,
    environment: environment.name,
    environments: environments.map(({ name, production, subjects }) => ({
      name,
      production,
      subjects: subjects.length,
    })),
    subjects: environment.subjects.map(({ subject: { id, kind } }) => ({
      id,
      kind,
    })),
    ...(empty && { empty }),
    problems: [...new Set([...environment.problems, ...problems])],
    outcomes,
    ...(latest?.validity && { validity: latest.validity }),
    ...(measured.length > 0 && {
      measuredAt: measured
        .map(({ measuredAt }) => measuredAt)
        .sort()
        .pop(),
    }),
    ...(nextRunAt && enabled && { nextRunAt }),
    ...(latest && { latestReportId: latest.id }),
    ...(activeRun && { activeRun }),
    ...(lastRun && { lastRun }),
    remedies,
    causes,
    records: parts.records.filter(({ remedy }) => named.has(remedy)),
    experiments,
    enabled,
    allowedActions: [
      'run',
      'run-production',
      'cancel',
      'evidence',
      'experiment',
    ],
  };
}

/** One outcome for each check and subject that the entity has now: what is known, or that nothing is. */
function outcomesOf(parts: ScorecardParts): {
  outcomes: Outcome[];
  problems: string[];
} {
  const { environment, known, now, registry, config } = parts;
  const { freshnessSeconds } = config.schedule;
  const unknown = evaluateChecks({
    checks: registry.checks,
    metrics: registry.metrics,
    subjects: subjectsOf(environment),
    measurements: [],
    targets: environment.targets,
    required: config.required,
    runId: '',
    reportId: '',
    measuredAt: now.toISOString(),
  });
  const outcomes = unknown.outcomes.map(outcome => {
    const found = known.find(
      ({ checkId, subject }) =>
        checkId === outcome.checkId && subject === outcome.subject,
    );
    return found ? markStale(found, { now, freshnessSeconds }) : outcome;
  });
  return { outcomes, problems: unknown.problems };
}

/** The newest of each check and subject, and each that is not ended. */
function isShown(
  { checkId, subject, state }: Experiment,
  index: number,
  all: Experiment[],
): boolean {
  const newest = all.findIndex(
    other => other.checkId === checkId && other.subject === subject,
  );
  return newest === index || state === 'proposed' || state === 'applied';
}

function emptyReason(
  { environment, environments, enabled }: ScorecardParts,
  measured: boolean,
): EmptyReason | undefined {
  if (environments.every(({ subjects }) => subjects.length === 0)) {
    return 'nothing-to-measure';
  }
  if (environment.subjects.length === 0) return 'not-in-environment';
  if (measured) return undefined;
  return enabled ? 'not-measured-yet' : 'paused';
}

function withoutPlan({ plan: _, progress: __, ...run }: Run) {
  return run;
}
