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
  for (const id of await lost(knex('runs')).pluck('id')) {
    const run = await knex.transaction(tx =>
      endRun(
        tx,
        id,
        {
          state: 'interrupted',
          error: {
            code: 'killed',
            message:
              'The portal that had this run stopped; nothing was kept of it. Run it again.',
          },
        },
        query => void lost(query),
      ),
    );
    if (run) swept.push(run);
  }
  return swept;
}
