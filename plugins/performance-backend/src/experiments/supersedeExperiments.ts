import { isDeepStrictEqual } from 'node:util';
import type { Experiment } from '@dynoscope/scorecard';
import type { RunQueue } from '../runs/queue/RunQueue';
import { abandonExperiment } from './abandonExperiment';
import type { ExperimentStore } from './ExperimentStore';
import type { StoredExperiment } from './StoredExperiment';

const reason = 'Another change was applied before this one was measured.';

/**
 * A second change of a subject ends the wait for the first: what would be measured is no longer that one alone.
 *
 * @returns those that were ended, or the one that is the same change of the same report
 */
export async function supersedeExperiments(options: {
  next: Experiment;
  experiments: ExperimentStore;
  queue: RunQueue;
}): Promise<{ same?: StoredExperiment; ended: StoredExperiment[] }> {
  const { next, experiments, queue } = options;
  const { items } = await experiments.list(next);
  const live = items.filter(
    ({ experiment: { subject, state } }) =>
      subject === next.subject && (state === 'applied' || state === 'proposed'),
  );
  const change = JSON.parse(JSON.stringify(next.change));
  // With its verdict it is the same one still: said again, it must not count twice in the record.
  const same = items.find(
    ({ experiment }) =>
      experiment.state !== 'abandoned' &&
      experiment.undo.undoneAt === undefined &&
      experiment.subject === next.subject &&
      experiment.baseReportId === next.baseReportId &&
      experiment.checkId === next.checkId &&
      isDeepStrictEqual(experiment.change, change),
  );
  if (same) return { same, ended: [] };
  const ended: StoredExperiment[] = [];
  if (next.state !== 'applied') return { ended };
  for (const stored of live) {
    if (stored.experiment.state !== 'applied') continue;
    const abandoned = await abandonExperiment({
      stored,
      reason,
      experiments,
      queue,
    });
    if (abandoned) ended.push(abandoned);
  }
  return { ended };
}
