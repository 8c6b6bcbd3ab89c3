import type {
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import { databaseNowPlus } from '../database/databaseNow';
import { activeStates } from '../runs/queue/transitions';

const batch = 1000;
/** Runs tell the budget of a day and what was scheduled, so they stay longer than short-lived reports; seconds. */
const leastRunsSeconds = 24 * 60 * 60;

/** How long reports with their measurements, and the raw material of these, are kept. */
export interface Retention {
  reportsSeconds: number;
  evidenceSeconds: number;
}

/**
 * Deletes what was kept long enough, in batches so that nothing waits for a long transaction. The newest report of a
 * place, those of experiments, and what a scorecard shows, stay.
 *
 * @returns rows deleted
 */
export async function deleteExpired(options: {
  knex: Knex;
  retention: Retention;
  signal?: AbortSignal;
}): Promise<number> {
  const { knex, retention, signal } = options;
  const expired = (seconds: number) => databaseNowPlus(knex, -seconds * 1000);
  const newer = knex('reports as newer')
    .whereRaw('newer.entity_ref = reports.entity_ref')
    .whereRaw('newer.environment = reports.environment')
    .whereRaw('newer.created_at > reports.created_at');
  // The two reports that an experiment rests on stay with it.
  const proof = knex('experiments')
    .whereNot('experiments.state', 'abandoned')
    .whereRaw(
      '(experiments.base_report_id = reports.id or experiments.candidate_report_id = reports.id)',
    );
  const doomed: [table: string, query: () => Knex.QueryBuilder][] = [
    [
      'evidence',
      () =>
        knex('evidence').where(
          'created_at',
          '<',
          expired(retention.evidenceSeconds),
        ),
    ],
    [
      'reports',
      () =>
        knex('reports')
          .where('created_at', '<', expired(retention.reportsSeconds))
          .whereExists(newer.clone())
          .whereNotExists(proof.clone()),
    ],
    [
      'runs',
      () =>
        knex('runs')
          .where(
            'created_at',
            '<',
            expired(Math.max(retention.reportsSeconds, leastRunsSeconds)),
          )
          .whereNotIn('state', activeStates)
          .whereNotIn('id', knex('reports').select('run_id')),
    ],
    ['plans', () => knex('plans').where('expires_at', '<', expired(0))],
  ];
  let deleted = 0;
  for (const [table, query] of doomed) {
    for (;;) {
      if (signal?.aborted) return deleted;
      const ids = await query().limit(batch).pluck('id');
      if (ids.length === 0) break;
      deleted += await knex(table).whereIn('id', ids).delete();
    }
  }
  return deleted;
}

/** Deletes once an hour, by one of the replicas. */
export async function scheduleRetention(options: {
  knex: Knex;
  retention: Retention;
  scheduler: SchedulerService;
  logger: LoggerService;
}): Promise<void> {
  const { knex, retention, scheduler, logger } = options;
  await scheduler.scheduleTask({
    id: 'retention',
    frequency: { hours: 1 },
    initialDelay: { minutes: 5 },
    timeout: { minutes: 30 },
    fn: async signal => {
      const rows = await deleteExpired({ knex, retention, signal });
      if (rows > 0) logger.info('Deleted what was kept long enough', { rows });
    },
  });
}
