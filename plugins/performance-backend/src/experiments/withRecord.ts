import type { Experiment, RemedyRecord } from '@dynoscope/scorecard';

/** An experiment with how its remedy fared, over all entities. */
export function withRecord(
  experiment: Experiment,
  records: readonly RemedyRecord[],
): Experiment {
  const record = records.find(({ remedy }) => remedy === experiment.remedy);
  return record ? { ...experiment, record } : experiment;
}
