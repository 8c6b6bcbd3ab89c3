import {
  deploymentOf,
  judgeExperiment,
  type MetricInfo,
  type Report,
} from '@dynoscope/scorecard';
import type { ExperimentStore } from './ExperimentStore';
import { measuredIn } from './measuredIn';
import { showsChanges, unpromisedChanges } from './showsChanges';
import type { StoredExperiment } from './StoredExperiment';

/**
 * Gives an experiment its verdict: by the report of the run that measured it, or `unclear` with the reason why there is none.
 *
 * @returns the experiment, `undefined` when it was changed meanwhile
 */
export async function concludeExperiment(
  options: {
    experiments: ExperimentStore;
    stored: StoredExperiment;
    now(): Promise<Date>;
  } & (
    | { base: Report; report: Report; metrics: readonly MetricInfo[] }
    | { reason: string }
  ),
): Promise<StoredExperiment | undefined> {
  const { experiments, stored } = options;
  const { expected, subject } = stored.experiment;
  const ended = {
    state: 'measured' as const,
    measuredAt: (await options.now()).toISOString(),
    waiting: undefined,
    runId: undefined,
  };
  if ('reason' in options) {
    return experiments.change(stored, {
      measureAskedAt: undefined,
      experiment: { ...ended, verdict: 'unclear', reasons: [options.reason] },
    });
  }
  const { base, report, metrics } = options;
  const { verdict, effect, reasons } = judgeExperiment({
    expected,
    base,
    candidate: report,
    subject,
    better:
      metrics.find(({ id }) => id === expected.metric)?.better ?? 'within',
  });
  const failed = report.run.error;
  const absent = notInForce(stored, base, report);
  return experiments.change(stored, {
    measureAskedAt: undefined,
    experiment: {
      ...ended,
      // What got better without the change is no proof of it; what got worse with another one stays missed.
      verdict: absent && verdict !== 'missed' ? 'unclear' : verdict,
      effect,
      reasons: [
        ...reasons,
        ...(failed ? [failed.message] : []),
        ...(absent ? [absent] : []),
      ],
      candidateReportId: report.id,
      after: measuredIn(report, subject, expected),
    },
  });
}

/** Says so when the manifest that was read with the second run is not what was promised, or more than that. */
function notInForce(
  { experiment }: StoredExperiment,
  base: Report,
  report: Report,
): string | undefined {
  const { subject, changes } = experiment;
  const before = deploymentOf(base.fingerprint, subject);
  const after = deploymentOf(report.fingerprint, subject);
  if (!after) return undefined;
  if (before && before.digest === after.digest) {
    return 'The manifest was the same as before: nothing was changed in it.';
  }
  if (showsChanges(after, changes) === false) {
    return 'The manifest did not hold the values of the remedy.';
  }
  const others = before ? unpromisedChanges({ before, after, changes }) : [];
  return others.length > 0
    ? `The manifest changed in more than the remedy says: ${others.join(', ')}.`
    : undefined;
}
