import { ConflictError } from '@backstage/errors';
import { PublishFolder } from '@dynoscope/backstage-plugin-performance-node';
import type { PerformanceConfig } from '../config';
import type { DeployedSubject } from '../sources/deployments';
import type { ExperimentStore } from './ExperimentStore';
import type { StoredExperiment } from './StoredExperiment';
import { undoOf } from './undoOf';

/** An undo that took longer was cut off, and another one may begin. */
const longestMilliseconds = 60_000;

/**
 * Puts the files of an experiment back. One at a time: it is marked first, so that nothing is measured and no second undo
 * begins meanwhile; a mark that is left over by a crash is taken over by the next undo.
 *
 * @returns the experiment, `undefined` when it was changed meanwhile
 */
export async function undoExperiment(options: {
  stored: StoredExperiment;
  subject: DeployedSubject | undefined;
  config: Pick<PerformanceConfig, 'publish'>;
  experiments: ExperimentStore;
  now(): Promise<Date>;
}): Promise<StoredExperiment | undefined> {
  const { stored, subject, config, experiments } = options;
  const { change, state, undo, runId } = stored.experiment;
  const root = config.publish.folder;
  if (undo.undoneAt) throw new ConflictError('The change was put back already');
  if (state === 'applied' && runId) {
    throw new ConflictError(
      'The change is being measured; wait for the verdict, or abandon the experiment first',
    );
  }
  const now = await options.now();
  const since = stored.undoBeganAt;
  if (since && now.getTime() - since.getTime() < longestMilliseconds) {
    throw new ConflictError('The change is being put back right now');
  }
  const { possible, text } = undoOf({ change, subject, root });
  if (!possible || root === undefined) {
    throw new ConflictError(`The portal cannot put this change back. ${text}`);
  }
  const begun = await experiments.change(stored, { undoBeganAt: now });
  if (!begun) return undefined;
  try {
    const folder = await PublishFolder.open({ root });
    await folder.undo(change);
  } catch (error) {
    await experiments.change(begun, { undoBeganAt: undefined });
    throw error;
  }
  // Whatever was done to the experiment meanwhile, the files are back.
  const latest = (await experiments.get(stored.experiment.id)) ?? begun;
  const measured = latest.experiment.state === 'measured';
  return experiments.change(latest, {
    undoBeganAt: undefined,
    measureAskedAt: undefined,
    experiment: {
      undo: {
        possible: false,
        text: 'The files are as they were before.',
        undoneAt: (await options.now()).toISOString(),
      },
      ...(!measured && {
        state: 'abandoned',
        waiting: undefined,
        reasons: ['The change was put back before it was measured.'],
      }),
    },
  });
}
