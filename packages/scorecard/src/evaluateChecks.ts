import type { Check, Judgement } from './check';
import { checks as builtInChecks } from './checks';
import type { LatencyClass } from './guide';
import { judgeSubject } from './judgeSubject';
import { message } from './message';
import { type ConfiguredTargets, resolveTarget } from './resolveTarget';
import type { Outcome } from './outcomeSchema';
import type { Measurement } from './schema';
import { toOutcome } from './toOutcome';
import { usableMeasurements } from './usableMeasurements';
import type { MetricInfo } from './wire';

/**
 * A running thing that an entity has in the environment.
 *
 * @public
 */
export interface EvaluatedSubject {
  id: string;
  /** `endpoint`, `database`, `gpu`, … */
  kind: string;
  latencyClass?: LatencyClass;
}

/**
 * A probe that failed at a subject: the checks that wait for its metrics become errors.
 *
 * @public
 */
export interface ProbeFailure {
  subject: string;
  probe: string;
  reason: string;
  metrics: readonly string[];
  /** Checks of findings, which have no metric. */
  checkIds?: readonly string[];
}

/**
 * What {@link evaluateChecks} judges.
 *
 * @public
 */
export interface EvaluateChecksOptions {
  /** By default every check of the guide. */
  checks?: readonly Check[];
  /** Metrics of other probes; the built-in ones are known. */
  metrics?: readonly MetricInfo[];
  subjects: readonly EvaluatedSubject[];
  measurements: readonly Measurement[];
  /** The pinned measurements of the baseline run. */
  baseline?: readonly Measurement[];
  findings?: readonly {
    checkId: string;
    subject: string;
    items: readonly Record<string, unknown>[];
  }[];
  errors?: readonly ProbeFailure[];
  /** Ids of all metrics that the probes of this run may give; a check of others has simply not been tried. */
  attempted?: readonly string[];
  targets?: ConfiguredTargets;
  /** `performance.required`: checks that must have a subject. */
  required?: readonly string[];
  runId: string;
  reportId: string;
  /** ISO 8601 in UTC. */
  measuredAt: string;
}

const kindNames: Record<string, string> = {
  endpoint: 'inference endpoint',
  training: 'training job',
  gpu: 'GPU',
  volume: 'volume class',
  connection: 'connection between services',
};

function noSubject(check: Check): Judgement {
  const kinds = check.subjectKinds.map(kind => kindNames[kind] ?? kind);
  const kind = kinds.join(' or ');
  const reason = message(
    'outcome.no-subject',
    'No {kind} is named for this entity here.',
    { kind },
  );
  return { status: 'not-applicable', reason };
}

/** A check that is required may not be passed over. */
function demand(judgement: Judgement): Judgement {
  if (judgement.status !== 'not-applicable') return judgement;
  const reason = message(
    'outcome.required',
    'performance.required lists this check, yet it could not be made: {reason}',
    { reason: judgement.reason.text },
  );
  return { ...judgement, status: 'no-data', reason };
}

/**
 * Judges every check for every subject it applies to: one outcome for each, in the order of the guide. A check without a
 * subject has one outcome with an empty subject, `not-applicable`, or `no-data` when it is required.
 *
 * Never throws: what cannot be used is left out and told in `problems`.
 *
 * @public
 */
export function evaluateChecks(options: EvaluateChecksOptions): {
  outcomes: Outcome[];
  problems: string[];
} {
  const { checks = builtInChecks, subjects, required = [] } = options;
  const problems = new Set<string>();
  const problem = (text: string) => {
    problems.add(text);
  };
  const measurements = usableMeasurements(options, problem);
  const outcomes = checks.flatMap(check => {
    const finish = (subject: Partial<EvaluatedSubject>, found: Judgement) =>
      toOutcome(
        check,
        subject,
        required.includes(check.id) ? demand(found) : found,
        options,
      );
    const mine = subjects.filter(({ kind }) =>
      check.subjectKinds.includes(kind),
    );
    if (mine.length === 0) return [finish({}, noSubject(check))];
    return mine.map(subject => {
      const base = check.target({
        latencyClass: subject.latencyClass,
        measurements: measurements.filter(each => each.subject === subject.id),
      });
      const target = resolveTarget({
        check,
        base,
        targets: options.targets ?? {},
        problem,
      });
      return finish(
        subject,
        judgeSubject(check, subject, target, { ...options, measurements }),
      );
    });
  });
  return { outcomes, problems: [...problems] };
}
