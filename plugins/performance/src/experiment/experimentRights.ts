import type { Experiment } from '@dynoscope/scorecard';

/** What may be done with an experiment as it stands. */
export interface ExperimentRights {
  undo: boolean;
  measure: boolean;
  abandon: boolean;
}

/** Nothing can be done while a run measures; what was undone or abandoned is history. */
export function experimentRights(
  experiment: Pick<Experiment, 'state' | 'runId' | 'undo' | 'verdict'>,
): ExperimentRights {
  const { state, runId, undo, verdict } = experiment;
  const isMeasuring = state === 'applied' && runId !== undefined;
  const isOver = state === 'abandoned' || undo.undoneAt !== undefined;
  return {
    undo: undo.possible && undo.undoneAt === undefined && !isMeasuring,
    measure: !isOver && !isMeasuring,
    abandon: !isOver && !verdict && state !== 'measured',
  };
}
