import type { Experiment, Verdict } from '@dynoscope/scorecard';
import { toIso } from '../runs/queue/RunRow';

/** An experiment with what the portal must know to go on with it. */
export interface StoredExperiment {
  /** Without the record of its remedy. */
  experiment: Experiment;
  /** What a change must find unchanged. */
  version: number;
  /** Runs queued so far; names the next one. */
  runsQueued: number;
  /** Runs queued since it was last asked to be measured. */
  tries: number;
  /** Since when it is to be measured. */
  measureAskedAt?: Date;
  /** Since when its change is being put back. */
  undoBeganAt?: Date;
  /** The verdict that counts in the record of the remedy: it stays until another measurement brings one. */
  recorded?: Verdict;
}

/** A row of `experiments` as the drivers return it: PostgreSQL gives big integers as text. */
export interface ExperimentRow {
  document: string;
  version: number;
  runs_queued: number;
  tries: number;
  measure_asked_at: number | string | null;
  undo_began_at: number | string | null;
  verdict: Verdict | null;
}

export function toStored(row: ExperimentRow): StoredExperiment {
  return {
    experiment: JSON.parse(row.document),
    version: row.version,
    runsQueued: row.runs_queued,
    tries: row.tries,
    ...(row.measure_asked_at !== null && {
      measureAskedAt: new Date(toIso(row.measure_asked_at)),
    }),
    ...(row.undo_began_at !== null && {
      undoBeganAt: new Date(toIso(row.undo_began_at)),
    }),
    ...(row.verdict !== null && { recorded: row.verdict }),
  };
}

/** The columns of an experiment but its version. */
export function toRow(stored: Omit<StoredExperiment, 'version'>) {
  const { experiment, runsQueued, tries } = stored;
  const { record: _, ...document } = experiment;
  const { verdict, candidateReportId } = experiment;
  const recorded = candidateReportId ? verdict : stored.recorded ?? verdict;
  return {
    id: experiment.id,
    entity_ref: experiment.entityRef,
    environment: experiment.environment,
    check_id: experiment.checkId,
    subject: experiment.subject,
    remedy: experiment.remedy,
    state: experiment.state,
    verdict: recorded ?? null,
    base_report_id: experiment.baseReportId,
    candidate_report_id: experiment.candidateReportId ?? null,
    document: JSON.stringify(document),
    runs_queued: runsQueued,
    tries,
    measure_asked_at: stored.measureAskedAt?.getTime() ?? null,
    undo_began_at: stored.undoBeganAt?.getTime() ?? null,
    created_at: Date.parse(experiment.createdAt),
  };
}
