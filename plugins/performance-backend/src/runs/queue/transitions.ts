import type { RunState } from '@dynoscope/scorecard';

const transitions: Record<RunState, readonly RunState[]> = {
  queued: ['running', 'cancelled', 'interrupted'],
  running: [
    'cancelling',
    'succeeded',
    'partial',
    'failed',
    'cancelled',
    'interrupted',
  ],
  cancelling: ['cancelled', 'interrupted'],
  succeeded: [],
  partial: [],
  failed: [],
  cancelled: [],
  interrupted: [],
};

const states = Object.keys(transitions) as RunState[];

/** States in which a run holds its targets. */
export const activeStates: readonly RunState[] = states.filter(
  state => transitions[state].length > 0,
);

/** States in which a worker has the run. */
export const heldStates: readonly RunState[] = ['running', 'cancelling'];

/** States from which a run may go to the given one; every change of state is a compare-and-set on these. */
export function statesBefore(next: RunState): RunState[] {
  return states.filter(state => transitions[state].includes(next));
}
