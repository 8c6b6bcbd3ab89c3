import {
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import type { Run, RunState } from '@dynoscope/scorecard';
import type { Knex } from 'knex';
import { databaseNowPlus, readDatabaseTime } from '../../database/databaseNow';
import { performanceDatabaseServiceRef } from '../../database/openDatabase';
import { performanceError } from '../../performanceError';
import { addRun, type NewRun } from './addRun';
import { claimRun, type Claim } from './claimRun';
import { endRun, readRun, type RunEnd } from './endRun';
import {
  holdTargets,
  targetUses,
  type RunTarget,
  type TargetUse,
} from './runTargets';
import { sweepRuns } from './sweepRuns';
import { heldStates, statesBefore } from './transitions';

/**
 * The queue that all replicas share. A claimed run is leased by the clock of the database, and what a worker writes is
 * refused in the same transaction when its claim is no longer the newest one.
 */
export class RunQueue {
  private constructor(
    private readonly knex: Knex,
    /** How long a worker may be silent before its run counts as interrupted. */
    readonly leaseMilliseconds: number,
    private readonly queueMilliseconds: number,
  ) {}

  static create(options: {
    knex: Knex;
    /** Default 30 s. */
    leaseSeconds?: number;
    /** How long a run may wait: load that nobody expects any more is not made. Default 600 s. */
    queueSeconds?: number;
  }): RunQueue {
    const { knex, leaseSeconds = 30, queueSeconds = 600 } = options;
    return new RunQueue(knex, leaseSeconds * 1000, queueSeconds * 1000);
  }

  /** Throws `busy` when another run holds one of the targets. */
  async add(run: NewRun): Promise<Run> {
    return this.knex.transaction(tx => addRun(tx, run));
  }

  /** What addresses got in the last day, and the time of the database. */
  async uses(
    targets: RunTarget[],
  ): Promise<{ uses: Map<string, TargetUse[]>; now: Date }> {
    return {
      uses: await targetUses(this.knex, targets),
      now: await readDatabaseTime(this.knex),
    };
  }

  /** Takes the oldest waiting run. */
  async claim(worker: string): Promise<Claim | undefined> {
    const { knex, leaseMilliseconds } = this;
    return claimRun(knex, { worker, leaseMilliseconds });
  }

  /** The state of a claimed run, `undefined` when the claim is lost. */
  async state({ run, fence }: Claim): Promise<RunState | undefined> {
    const row = await this.knex('runs')
      .first('state')
      .where({ id: run.id, fence })
      .whereIn('state', heldStates);
    return row?.state;
  }

  /** Extends the lease and keeps the progress. Does nothing when the claim is lost. */
  async renew({ run, fence }: Claim, progress: Run['progress']): Promise<void> {
    await this.knex('runs')
      .where({ id: run.id, fence })
      .whereIn('state', heldStates)
      .update({
        lease_until: databaseNowPlus(this.knex, this.leaseMilliseconds),
        progress: JSON.stringify(progress),
      });
  }

  /** Takes an address that turned out only during the run. Throws `busy`, or `killed` when the claim is lost. */
  async hold({ run, fence }: Claim, targets: RunTarget[]): Promise<void> {
    await this.knex.transaction(async tx => {
      // Changes nothing, but keeps the run from ending until this is done.
      const claimed = await tx('runs')
        .where({ id: run.id, fence })
        .whereIn('state', heldStates)
        .update({ fence });
      if (claimed === 0) {
        throw performanceError('killed', 'The run ended before this address');
      }
      await holdTargets(tx, run.id, targets);
    });
  }

  /**
   * Ends a claimed run and writes what it brought, all or nothing. A cancel that came first wins: nothing is written.
   *
   * @returns the run, `undefined` when the claim was lost
   */
  async finish(
    { run, fence }: Claim,
    end: RunEnd,
    write?: (tx: Knex.Transaction, run: Run) => Promise<void>,
  ): Promise<Run | undefined> {
    return this.knex.transaction(async tx => {
      const claimed = (query: Knex.QueryBuilder) => void query.where({ fence });
      const ended = await endRun(tx, run.id, end, claimed);
      if (ended) {
        await write?.(tx, ended);
        return ended;
      }
      return endRun(tx, run.id, { state: 'cancelled' }, query => {
        query.where({ fence, state: 'cancelling' });
      });
    });
  }

  /** Asks for the end of a run: at once while it waits, by its worker while it runs. */
  async cancel(id: string): Promise<Run> {
    return this.knex.transaction(async tx => {
      const ended = await endRun(tx, id, { state: 'cancelled' }, query => {
        query.where({ state: 'queued' });
      });
      if (ended) return ended;
      await tx('runs')
        .where({ id })
        .whereIn('state', statesBefore('cancelling'))
        .update({ state: 'cancelling' });
      return readRun(tx, id);
    });
  }

  /** Ends runs whose worker fell silent. Any replica may do it at any time. */
  async sweep(): Promise<Run[]> {
    const { knex, queueMilliseconds } = this;
    return sweepRuns(knex, { queueMilliseconds });
  }
}

/** The run queue of the plugin. */
export const runQueueServiceRef = createServiceRef<RunQueue>({
  id: 'performance.run-queue',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: { knex: performanceDatabaseServiceRef },
      factory: ({ knex }) => RunQueue.create({ knex }),
    }),
});
