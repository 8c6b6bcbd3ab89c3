import { parseEntityRef } from '@backstage/catalog-model';
import { ConflictError } from '@backstage/errors';
import { performanceError } from '../performanceError';
import type { KillSwitch } from '../runs/killSwitch';
import { switchedOff } from '../runs/makePlan';
import { soon } from './draftExperiment';
import type { ExperimentStore } from './ExperimentStore';
import type { StoredExperiment } from './StoredExperiment';

/**
 * Asks for a measurement of an experiment, the first or another one; a proposed change counts as applied from now on.
 * Throws when it cannot be measured, or production is not confirmed.
 *
 * @returns the experiment, `undefined` when it was changed meanwhile
 */
export async function askToMeasure(options: {
  stored: StoredExperiment;
  production: boolean;
  confirm: string | undefined;
  experiments: ExperimentStore;
  killSwitch: KillSwitch;
  now(): Promise<Date>;
}): Promise<StoredExperiment | undefined> {
  const { stored, production, confirm, experiments, killSwitch } = options;
  const { experiment, measureAskedAt, undoBeganAt } = stored;
  const { entityRef, environment, state, undo } = experiment;
  if (state === 'abandoned') {
    throw new ConflictError('The experiment was abandoned; make a new one');
  }
  if (undo.undoneAt || undoBeganAt) {
    throw new ConflictError(
      'The change was put back, so there is nothing to measure; apply it again',
    );
  }
  const { name } = parseEntityRef(entityRef);
  if (production && confirm?.toLocaleLowerCase('en-US') !== name) {
    throw performanceError(
      'production-not-confirmed',
      `Field "confirm": ${environment} is a production environment; send the name of the entity, "${name}"`,
    );
  }
  if (!killSwitch.enabled) {
    throw performanceError(switchedOff.code, switchedOff.message);
  }
  // Asking again changes nothing while it waits or is measured.
  if (measureAskedAt) return stored;
  const now = await options.now();
  return experiments.change(stored, {
    measureAskedAt: now,
    tries: 0,
    experiment: {
      state: 'applied',
      appliedAt: experiment.appliedAt ?? now.toISOString(),
      waiting: soon,
      reasons: [],
      verdict: undefined,
      effect: undefined,
      after: undefined,
      candidateReportId: undefined,
      measuredAt: undefined,
      runId: undefined,
    },
  });
}
