import type { Knex } from 'knex';
import { databaseNow, databaseNowPlus } from '../../database/databaseNow';
import { performanceError } from '../../performanceError';
import type { EarlierRun } from '../limits';

/** An address that a run holds for itself, and the requests that its plan allows there. */
export interface RunTarget {
  target: string;
  requests: number;
}

/** What an address got from one run of the last day. */
export type TargetUse = EarlierRun;

const day = 24 * 60 * 60 * 1000;

/**
 * Takes addresses for a run in the transaction that makes or moves it. A partial unique index lets only one run hold
 * an address, over entities and replicas. Throws `busy` with the run that holds one of them.
 */
export async function holdTargets(
  tx: Knex.Transaction,
  runId: string,
  targets: RunTarget[],
): Promise<void> {
  if (targets.length === 0) return;
  const names = targets.map(({ target }) => target);
  await tx('run_targets')
    .insert(
      // In one order everywhere, so that two transactions cannot wait for each other.
      [...targets]
        .sort((a, b) => (a.target < b.target ? -1 : 1))
        .map(({ target, requests }) => ({
          run_id: runId,
          target,
          requests,
          held_at: databaseNow(tx),
        })),
    )
    .onConflict(tx.raw('(target) where released_at is null'))
    .ignore();
  const holds: { run_id: string }[] = await tx('run_targets')
    .select('run_id')
    .whereIn('target', names)
    .whereNull('released_at');
  const other = holds.find(hold => hold.run_id !== runId);
  // Whoever was in the way of the insert may be gone by now; what counts is what this run holds.
  if (other || holds.length < names.length) {
    throw performanceError(
      'busy',
      'A run is going on at the same target; wait for it or cancel it',
      { runId: other?.run_id },
    );
  }
}

/** Gives back the addresses of runs; a run that never started leaves no trace for cool-down and budget. */
export async function releaseTargets(
  tx: Knex.Transaction,
  runId: string,
): Promise<void> {
  const held = tx('run_targets')
    .where({ run_id: runId })
    .whereNull('released_at');
  const run = await tx('runs').first('started_at').where({ id: runId });
  await (run?.started_at === null
    ? held.delete()
    : held.update({ released_at: databaseNow(tx) }));
}

/** What each address got from other runs in the last day. */
export async function targetUses(
  knex: Knex,
  targets: RunTarget[],
  runId: string = '',
): Promise<Map<string, TargetUse[]>> {
  const rows = await knex('run_targets')
    .select('target', 'requests', 'held_at', 'released_at')
    .whereIn(
      'target',
      targets.map(({ target }) => target),
    )
    .whereNot('run_id', runId)
    .where('held_at', '>=', databaseNowPlus(knex, -day));
  const uses = new Map<string, TargetUse[]>();
  for (const row of rows) {
    const use = {
      requests: Number(row.requests),
      startedAt: new Date(Number(row.held_at)),
      ...(row.released_at !== null && {
        finishedAt: new Date(Number(row.released_at)),
      }),
    };
    uses.set(row.target, [...(uses.get(row.target) ?? []), use]);
  }
  return uses;
}
