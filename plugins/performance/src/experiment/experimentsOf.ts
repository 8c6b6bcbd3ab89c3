import type { Experiment, Outcome, Scorecard } from '@dynoscope/scorecard';

/** The experiments on one check of one subject, newest first. */
export function experimentsOf(
  scorecard: Pick<Scorecard, 'experiments'>,
  outcome: Pick<Outcome, 'checkId' | 'subject'>,
): Experiment[] {
  return newestFirst(
    scorecard.experiments.filter(
      ({ checkId, subject }) =>
        checkId === outcome.checkId && subject === outcome.subject,
    ),
  );
}

/** Experiments in the order of their making, newest first. */
export function newestFirst(experiments: readonly Experiment[]): Experiment[] {
  return [...experiments].sort(
    (a, b) => Date.parse(b.createdAt) - Date.parse(a.createdAt),
  );
}
