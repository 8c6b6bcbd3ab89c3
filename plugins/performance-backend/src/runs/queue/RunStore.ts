import {
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import type { Run } from '@dynoscope/scorecard';
import type { Knex } from 'knex';
import { databaseNowPlus } from '../../database/databaseNow';
import { performanceDatabaseServiceRef } from '../../database/openDatabase';
import { findEarlierRun } from './addRun';
import { readRun } from './endRun';
import { toRun, type RunRow } from './RunRow';
import { activeStates } from './transitions';

/** An entity in one of its environments. */
export interface Place {
  entityRef: string;
  environment: string;
}

/** Reads runs. */
export class RunStore {
  private constructor(private readonly knex: Knex) {}

  static create(options: { knex: Knex }): RunStore {
    return new RunStore(options.knex);
  }

  /** Throws when there is no such run. */
  async get(id: string): Promise<Run> {
    return readRun(this.knex, id);
  }

  /** The run that was queued with an idempotency key. Throws when the key was used for another request. */
  async earlier(
    requestedBy: string,
    idempotency: { key: string; requestHash: string },
  ): Promise<Run | undefined> {
    return findEarlierRun(this.knex, requestedBy, idempotency);
  }

  /** The run that waits or goes on. */
  async active(place: Place): Promise<Run | undefined> {
    return this.newest(place, query => query.whereIn('state', activeStates));
  }

  /** The newest run that ended. */
  async last(place: Place): Promise<Run | undefined> {
    return this.newest(place, query => query.whereNotIn('state', activeStates));
  }

  /** The newest run that the schedule queued. */
  async lastScheduled(place: Place): Promise<Run | undefined> {
    return this.newest(place, query => query.where({ trigger: 'schedule' }));
  }

  /** When the schedule last queued a run of each place, of the last so many seconds. */
  async scheduledWithin(seconds: number): Promise<(Place & { at: Date })[]> {
    const query: Knex.QueryBuilder = this.knex('runs')
      .select({ entityRef: 'entity_ref', environment: 'environment' })
      .max({ at: 'created_at' })
      .where({ trigger: 'schedule' })
      .where('created_at', '>', databaseNowPlus(this.knex, -seconds * 1000))
      .groupBy('entity_ref', 'environment');
    const rows: (Place & { at: number | string })[] = await query;
    return rows.map(({ entityRef, environment, at }) => ({
      entityRef,
      environment,
      at: new Date(Number(at)),
    }));
  }

  /** Runs of the schedule that no worker has taken yet. */
  async scheduledWaiting(): Promise<number> {
    const row = await this.knex('runs')
      .where({ trigger: 'schedule', state: 'queued' })
      .count({ total: '*' })
      .first();
    return Number(row?.total ?? 0);
  }

  private async newest(
    { entityRef, environment }: Place,
    condition: (query: Knex.QueryBuilder) => void,
  ): Promise<Run | undefined> {
    const row: RunRow | undefined = await this.knex('runs')
      .first()
      .where({ entity_ref: entityRef, environment })
      .where(query => condition(query))
      .orderBy('created_at', 'desc')
      .orderBy('id', 'desc');
    return row && toRun(row);
  }
}

/** The runs of the plugin, to read. */
export const runStoreServiceRef = createServiceRef<RunStore>({
  id: 'performance.runs',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: { knex: performanceDatabaseServiceRef },
      factory: ({ knex }) => RunStore.create({ knex }),
    }),
});
