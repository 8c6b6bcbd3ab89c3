import type { Run } from '@dynoscope/scorecard';
import type { Knex } from 'knex';
import { databaseNow, databaseNowPlus } from '../../database/databaseNow';
import { endRun } from './endRun';
import { heldStates } from './transitions';

/** Interrupts runs whose worker fell silent, and runs that waited too long. */
export async function sweepRuns(
  knex: Knex,
  options: { queueMilliseconds: number },
): Promise<Run[]> {
  const lost = (query: Knex.QueryBuilder) =>
    query
      .where(held =>
        held
          .whereIn('state', heldStates)
          .where('lease_until', '<', databaseNow(knex)),
      )
      .orWhere(waiting =>
        waiting
          .where({ state: 'queued' })
          .where(
            'created_at',
            '<',
            databaseNowPlus(knex, -options.queueMilliseconds),
          ),
      );
  const swept: Run[] = [];
  for (const { id, state } of await lost(knex('runs')).select('id', 'state')) {
    const run = await knex.transaction(tx =>
      endRun(
        tx,
        id,
        {
          state: 'interrupted',
          error: { code: 'killed', message: messageOf(state) },
        },
        query => void lost(query),
      ),
    );
    if (run) swept.push(run);
  }
  return swept;
}

function messageOf(state: Run['state']): string {
  return state === 'queued'
    ? 'No portal had time for this run soon enough; nothing was sent. Run it again.'
    : 'The portal that had this run stopped; nothing was kept of it. Run it again.';
}
