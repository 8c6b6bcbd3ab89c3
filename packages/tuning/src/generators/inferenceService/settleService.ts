import type { Versions } from '@dynoscope/scorecard';
import { OptionsError } from '../optionsError';
import { basicInputs, basicsOf } from './basics';
import { settleBatching } from './batching';
import { checkCombinations } from './checkCombinations';
import { checkVersions } from './checkVersions';
import { loadOf } from './load';
import type { InferenceServiceOptions } from './options';
import { placeholdersOf, remarksOf } from './remarks';
import { settleReplicas } from './replicas';
import { settleScaling } from './scaling';
import type { Service } from './service';

/**
 * Fills every gap of the options: from the load where it is known, else from the guide.
 *
 * @throws OptionsError for options that do not go together.
 */
export function settleService(
  options: InferenceServiceOptions,
  versions: Versions,
): Service {
  const { isBefore016 } = checkVersions(versions, options);
  const basics = basicsOf(options);
  checkCombinations(options, basics);
  const { load, inputs } = loadOf(options, basics.latencyClass);
  const replicas = settleReplicas(options, load);
  const least = replicas.minReplicas.value;
  const scaled = settleScaling({ options, service: basics, load });
  const batched = options.batcher?.enabled
    ? settleBatching(options, load, least)
    : undefined;
  const placeholders = placeholdersOf(options);
  return {
    options,
    ...basics,
    isBefore016,
    replicas,
    scaling: scaled.scaling,
    batching: batched?.batching,
    disruptionBudget: settleDisruptionBudget(options, least),
    inputs: [
      ...basicInputs(options, basics),
      ...inputs,
      ...(batched?.inputs ?? []),
    ],
    warnings: [
      ...placeholders,
      ...remarksOf({ options, basics, load, replicas }),
      ...scaled.warnings,
      ...(batched?.warnings ?? []),
    ],
    placeholders,
  };
}

function settleDisruptionBudget(
  { disruptionBudget }: InferenceServiceOptions,
  minReplicas: number,
): boolean {
  if (disruptionBudget && minReplicas < 2) {
    throw new OptionsError([
      {
        field: 'disruptionBudget',
        message:
          'must be false with one replica: it would either do nothing or block every drain of a node; or set autoscaling.minReplicas to 2 or more',
      },
    ]);
  }
  return disruptionBudget ?? minReplicas >= 2;
}
