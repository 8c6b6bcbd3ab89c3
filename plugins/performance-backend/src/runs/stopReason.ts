import type { RunError } from '@dynoscope/scorecard';

/** Why a run was stopped from outside its probes; the reason of the signal that they get. */
export type StopReason = Error & {
  end: { state: 'cancelled' | 'interrupted'; error?: RunError };
};

/** Makes the reason of an abort from the state that the run ends in. */
export function stopReason(end: StopReason['end']): StopReason {
  return Object.assign(
    new Error(end.error?.message ?? `The run was ${end.state}`),
    { end },
  );
}
