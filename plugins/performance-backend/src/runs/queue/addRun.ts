import { randomUUID } from 'node:crypto';
import { ConflictError } from '@backstage/errors';
import type { Plan, Run } from '@dynoscope/scorecard';
import type { Knex } from 'knex';
import { databaseNow, readDatabaseTime } from '../../database/databaseNow';
import { readRun } from './endRun';
import { toRun, type RunRow } from './RunRow';
import {
  holdTargets,
  targetUses,
  type RunTarget,
  type TargetUse,
} from './runTargets';

/** A run to queue. */
export interface NewRun {
  plan: Plan;
  trigger: Run['trigger'];
  requestedBy: string;
  /** Addresses that it holds from now until its end. */
  targets: RunTarget[];
  /** Throws when what the addresses already got forbids the run. */
  admit?(uses: Map<string, TargetUse[]>, now: Date): void;
  /** A second request with the same key gets the run of the first. */
  idempotency?: { key: string; requestHash: string };
}

/** Queues a run. Throws `busy` when another run holds one of its targets. */
export async function addRun(
  tx: Knex.Transaction,
  { plan, trigger, requestedBy, targets, admit, idempotency }: NewRun,
): Promise<Run> {
  const id = randomUUID();
  const inserted = await tx('runs')
    .insert({
      id,
      entity_ref: plan.entityRef,
      environment: plan.environment,
      state: 'queued',
      trigger,
      requested_by: requestedBy,
      idempotency_key: idempotency?.key,
      request_hash: idempotency?.requestHash,
      plan: JSON.stringify(plan),
      progress: JSON.stringify(firstProgress(plan)),
      created_at: databaseNow(tx),
    })
    .onConflict(['requested_by', 'idempotency_key'])
    .ignore()
    .returning('id');
  if (inserted.length === 0 && idempotency) {
    return earlierRun(tx, requestedBy, idempotency);
  }
  await holdTargets(tx, id, targets);
  admit?.(await targetUses(tx, targets, id), await readDatabaseTime(tx));
  return readRun(tx, id);
}

/** The progress of a run that nobody has started. */
export function firstProgress(plan: Plan): Run['progress'] {
  return {
    probes: plan.probes.map(({ probe, subject }) => ({
      probe,
      subject,
      state: 'waiting',
      done: 0,
      total: 0,
      unit: '',
      message: '',
    })),
  };
}

/** The run that was queued with an idempotency key; `undefined` when there is none. */
export async function findEarlierRun(
  knex: Knex,
  requestedBy: string,
  { key, requestHash }: { key: string; requestHash: string },
): Promise<Run | undefined> {
  const row: RunRow | undefined = await knex<RunRow>('runs')
    .first()
    .where({ requested_by: requestedBy })
    .where('idempotency_key', key);
  if (row && row.request_hash !== requestHash) {
    throw new ConflictError(
      'The Idempotency-Key was used for another request; use a new one',
    );
  }
  return row && toRun(row);
}

async function earlierRun(
  tx: Knex.Transaction,
  requestedBy: string,
  idempotency: { key: string; requestHash: string },
): Promise<Run> {
  const run = await findEarlierRun(tx, requestedBy, idempotency);
  if (!run) throw new ConflictError('The run could not be queued; try again');
  return run;
}
