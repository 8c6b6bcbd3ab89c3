import type { Run } from '@dynoscope/scorecard';

/** A row of `runs` as the drivers return it: PostgreSQL gives big integers as text. */
export interface RunRow {
  id: string;
  entity_ref: string;
  environment: string;
  state: Run['state'];
  trigger: Run['trigger'];
  requested_by: string;
  request_hash: string | null;
  plan: string;
  progress: string;
  report_id: string | null;
  error: string | null;
  created_at: number | string;
  started_at: number | string | null;
  finished_at: number | string | null;
  fence: number;
}

export function toRun(row: RunRow): Run {
  return {
    id: row.id,
    entityRef: row.entity_ref,
    environment: row.environment,
    state: row.state,
    trigger: row.trigger,
    requestedBy: row.requested_by,
    plan: JSON.parse(row.plan),
    progress: JSON.parse(row.progress),
    ...(row.report_id !== null && { reportId: row.report_id }),
    ...(row.error !== null && { error: JSON.parse(row.error) }),
    createdAt: toIso(row.created_at),
    ...(row.started_at !== null && { startedAt: toIso(row.started_at) }),
    ...(row.finished_at !== null && { finishedAt: toIso(row.finished_at) }),
  };
}

/** ISO 8601 of an instant column. */
export function toIso(instant: number | string): string {
  return new Date(Number(instant)).toISOString();
}
