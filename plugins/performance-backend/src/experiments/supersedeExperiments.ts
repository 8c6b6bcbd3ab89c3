import { createHash } from 'node:crypto';
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
}): Promise<{
  /** For the next one: the same for two that are recorded at the same instant. */
  id: string;
  same?: StoredExperiment;
  ended: StoredExperiment[];
}> {
  const { next, experiments, queue } = options;
  const { items } = await experiments.list(next);
  const live = items.filter(
    ({ experiment: { subject, state } }) =>
      subject === next.subject && (state === 'applied' || state === 'proposed'),
  );
  const change = JSON.parse(JSON.stringify(next.change));
  // With its verdict it is the same one still: said again, it must not count twice in the record.
  const alike = items.filter(
    ({ experiment }) =>
      experiment.subject === next.subject &&
      experiment.baseReportId === next.baseReportId &&
      experiment.checkId === next.checkId &&
      isDeepStrictEqual(experiment.change, change),
  );
  const same = alike.find(
    ({ experiment }) =>
      experiment.state !== 'abandoned' &&
      experiment.undo.undoneAt === undefined,
  );
  const id = idOf(next, alike.length);
  if (same) return { id, same, ended: [] };
  const ended: StoredExperiment[] = [];
  if (next.state !== 'applied') return { id, ended };
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
  return { id, ended };
}

/** An id in the form of a UUID, made of what tells experiments apart. */
function idOf(next: Experiment, earlier: number): string {
  const { baseReportId, checkId, subject, change } = next;
  const told = JSON.stringify([
    baseReportId,
    checkId,
    subject,
    change,
    earlier,
  ]);
  const hex = createHash('sha256').update(told).digest('hex');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5');
}
