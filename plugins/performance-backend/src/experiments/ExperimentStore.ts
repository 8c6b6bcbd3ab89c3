import type { Experiment, RemedyRecord, Verdict } from '@dynoscope/scorecard';
import type { Knex } from 'knex';
import type { Place } from '../runs/queue/RunStore';
import {
  toRow,
  toStored,
  type ExperimentRow,
  type StoredExperiment,
} from './StoredExperiment';

/** Experiments of one entity that are listed. */
const mostListed = 100;
/** Experiments that are taken in hand at a time. */
const mostDue = 50;

/** Experiments. Every change is a compare-and-set on the version, so that of two that come at once one wins. */
export class ExperimentStore {
  private constructor(private readonly knex: Knex) {}

  static create(options: { knex: Knex }): ExperimentStore {
    return new ExperimentStore(options.knex);
  }

  /** Keeps a new one; of two with the same id the first is kept and answered. */
  async insert(
    stored: Omit<StoredExperiment, 'version'>,
  ): Promise<StoredExperiment> {
    await this.knex('experiments')
      .insert({ ...toRow(stored), version: 1 })
      .onConflict('id')
      .ignore();
    return (await this.get(stored.experiment.id))!;
  }

  async get(id: string): Promise<StoredExperiment | undefined> {
    const row: ExperimentRow | undefined = await this.knex('experiments')
      .first()
      .where({ id });
    return row && toStored(row);
  }

  /** Those of an entity, in one environment or in all, newest first. */
  async list(
    place: Partial<Place>,
  ): Promise<{ items: StoredExperiment[]; totalItems: number }> {
    const count = await this.of(place).count({ total: '*' }).first();
    const rows: ExperimentRow[] = await this.of(place)
      .orderBy('created_at', 'desc')
      .orderBy('id', 'desc')
      .limit(mostListed);
    return {
      items: rows.map(toStored),
      totalItems: Number(count?.total ?? 0),
    };
  }

  /** Those that are to be measured, longest waiting first. */
  async due(): Promise<StoredExperiment[]> {
    const rows: ExperimentRow[] = await this.knex('experiments')
      .where({ state: 'applied' })
      .whereNotNull('measure_asked_at')
      .whereNull('undo_began_at')
      .orderBy('measure_asked_at')
      .orderBy('id')
      .limit(mostDue);
    return rows.map(toStored);
  }

  /** Those of a place that wait for somebody to put their change into force. */
  async proposed(place: Place, knex: Knex = this.knex) {
    const rows: ExperimentRow[] = await this.of(place, knex).where({
      state: 'proposed',
    });
    return rows.map(toStored);
  }

  /** How remedies fared, over all entities; `remedies` narrows it down. */
  async records(remedies?: string[]): Promise<RemedyRecord[]> {
    const query: Knex.QueryBuilder = this.knex('experiments')
      .select('remedy', 'verdict')
      .count({ total: '*' })
      .whereNotNull('verdict')
      .where(inner => void (remedies && inner.whereIn('remedy', remedies)))
      .groupBy('remedy', 'verdict')
      .orderBy('remedy');
    const rows: {
      remedy: string;
      verdict: Verdict;
      total: number | string;
    }[] = await query;
    const records = new Map<string, RemedyRecord>();
    for (const { remedy, verdict, total } of rows) {
      const none = { remedy, kept: 0, exceeded: 0, missed: 0, unclear: 0 };
      const record = records.get(remedy) ?? none;
      records.set(remedy, { ...record, [verdict]: Number(total) });
    }
    return [...records.values()];
  }

  /**
   * Changes an experiment as it was read.
   *
   * @returns the experiment, `undefined` when it was changed meanwhile and nothing was done
   */
  async change(
    { version, ...stored }: StoredExperiment,
    changes: Partial<Omit<StoredExperiment, 'version' | 'experiment'>> & {
      experiment?: Partial<Experiment>;
    },
    knex: Knex = this.knex,
  ): Promise<StoredExperiment | undefined> {
    const experiment = { ...stored.experiment, ...changes.experiment };
    const next = { ...stored, ...changes, experiment };
    const changed = await knex('experiments')
      .where({ id: experiment.id, version })
      .update({ ...toRow(next), version: version + 1 });
    if (changed === 0) return undefined;
    return {
      ...next,
      // As it is read again: without what is undefined.
      experiment: JSON.parse(JSON.stringify(experiment)),
      version: version + 1,
    };
  }

  private of(
    { entityRef, environment }: Partial<Place>,
    knex: Knex = this.knex,
  ): Knex.QueryBuilder<any, any> {
    return knex('experiments').where({
      entity_ref: entityRef,
      ...(environment && { environment }),
    });
  }
}
