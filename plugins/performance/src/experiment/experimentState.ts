import type { Experiment } from '@dynoscope/scorecard';

/** How far an experiment is, as the page tells it apart. */
export type ExperimentState = Experiment['state'] | 'measuring' | 'undone';

/** A run that goes on and an undo are states of their own to a reader. */
export function experimentState(
  experiment: Pick<Experiment, 'state' | 'runId' | 'undo'>,
): ExperimentState {
  const { state, runId, undo } = experiment;
  if (state === 'applied' && runId) return 'measuring';
  return undo.undoneAt && state !== 'measured' ? 'undone' : state;
}
