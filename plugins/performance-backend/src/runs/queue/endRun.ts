import type { Run, RunError, RunState } from '@dynoscope/scorecard';
import { NotFoundError } from '@backstage/errors';
import type { Knex } from 'knex';
import { databaseNow } from '../../database/databaseNow';
import { toRun, type RunRow } from './RunRow';
import { releaseTargets } from './runTargets';
import { statesBefore } from './transitions';

/** A final state, and what goes with it. */
export interface RunEnd {
  state: RunState;
  error?: RunError;
  reportId?: string;
  progress?: Run['progress'];
}

/**
 * Moves a run to a final state, when it is in a state that allows it and the condition holds, and gives its targets back.
 *
 * @returns the run, `undefined` when nothing changed
 */
export async function endRun(
  tx: Knex.Transaction,
  id: string,
  end: RunEnd,
  condition: (query: Knex.QueryBuilder) => void,
): Promise<Run | undefined> {
  const moved = await tx('runs')
    .where({ id })
    .where(query => condition(query))
    .whereIn('state', statesBefore(end.state))
    .update({
      state: end.state,
      finished_at: databaseNow(tx),
      error: end.error ? JSON.stringify(end.error) : null,
      report_id: end.reportId ?? null,
      ...(end.progress && { progress: JSON.stringify(end.progress) }),
    });
  if (moved === 0) return undefined;
  await releaseTargets(tx, id);
  return readRun(tx, id);
}

/** Throws when there is no such run. */
export async function readRun(knex: Knex, id: string): Promise<Run> {
  const row: RunRow | undefined = await knex<RunRow>('runs')
    .first()
    .where({ id });
  if (!row) throw new NotFoundError(`There is no run ${id}`);
  return toRun(row);
}
