import type { Run } from '@dynoscope/scorecard';
import type { Knex } from 'knex';
import { databaseNow, databaseNowPlus } from '../../database/databaseNow';
import { toRun, type RunRow } from './RunRow';
import { statesBefore } from './transitions';

/** A worker's hold on a run; worthless once a newer fence exists or the run ended. */
export interface Claim {
  run: Run;
  fence: number;
}

/** Takes the oldest waiting run, by compare-and-set: of all workers that try, one gets it. */
export async function claimRun(
  knex: Knex,
  options: { worker: string; leaseMilliseconds: number },
): Promise<Claim | undefined> {
  const waiting: string[] = await knex('runs')
    .where({ state: 'queued' })
    .orderBy('created_at')
    .orderBy('id')
    .limit(10)
    .pluck('id');
  for (const id of waiting) {
    const taken = await knex('runs')
      .where({ id })
      .whereIn('state', statesBefore('running'))
      .update({
        state: 'running',
        started_at: databaseNow(knex),
        lease_owner: options.worker,
        lease_until: databaseNowPlus(knex, options.leaseMilliseconds),
        fence: knex.raw('fence + 1'),
      });
    if (taken === 1) {
      const row: RunRow = await knex('runs').first().where({ id });
      return { run: toRun(row), fence: row.fence };
    }
  }
  return undefined;
}
