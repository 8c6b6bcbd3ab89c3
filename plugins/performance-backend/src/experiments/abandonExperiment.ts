import { ConflictError } from '@backstage/errors';
import type { RunQueue } from '../runs/queue/RunQueue';
import type { ExperimentStore } from './ExperimentStore';
import type { StoredExperiment } from './StoredExperiment';

/**
 * Ends an experiment without a verdict, and the run that measures it. One that has its verdict keeps it: a record that is
 * chosen afterwards would be none.
 *
 * @returns the experiment, `undefined` when it was changed meanwhile
 */
export async function abandonExperiment(options: {
  stored: StoredExperiment;
  reason?: string;
  experiments: ExperimentStore;
  queue: RunQueue;
}): Promise<StoredExperiment | undefined> {
  const { stored, experiments, queue } = options;
  const { reason = 'Somebody ended it before it was measured.' } = options;
  const { state, runId } = stored.experiment;
  if (state === 'abandoned') return stored;
  if (state === 'measured') {
    throw new ConflictError(
      'The experiment has its verdict, which stays in the record of its remedy',
    );
  }
  const abandoned = await experiments.change(stored, {
    measureAskedAt: undefined,
    experiment: {
      state: 'abandoned',
      reasons: [reason],
      waiting: undefined,
      runId: undefined,
    },
  });
  if (abandoned && runId) await queue.cancel(runId);
  return abandoned;
}
