import { keepConclusive, type Outcome } from '@dynoscope/scorecard';
import type { Knex } from 'knex';
import type { Place } from '../runs/queue/RunStore';

/** The newest conclusive outcome of each check and subject, whichever run made it. */
export class OutcomeStore {
  private constructor(private readonly knex: Knex) {}

  static create(options: { knex: Knex }): OutcomeStore {
    return new OutcomeStore(options.knex);
  }

  /** Keeps what a run found; what it could not find out is only added to what was known. */
  async keep(
    tx: Knex.Transaction,
    place: Place,
    outcomes: Outcome[],
  ): Promise<void> {
    const known = await read(tx, place);
    for (const next of outcomes) {
      const previous = known.find(
        ({ checkId, subject }) =>
          checkId === next.checkId && subject === next.subject,
      );
      const kept = keepConclusive(previous, next);
      await tx('latest_outcomes')
        .insert({
          entity_ref: place.entityRef,
          environment: place.environment,
          check_id: kept.checkId,
          subject: kept.subject,
          status: kept.status,
          measured_at: Date.parse(kept.measuredAt),
          document: JSON.stringify(kept),
        })
        .onConflict(['entity_ref', 'environment', 'check_id', 'subject'])
        .merge();
    }
  }

  async list(place: Place): Promise<Outcome[]> {
    return read(this.knex, place);
  }
}

async function read(
  knex: Knex,
  { entityRef, environment }: Place,
): Promise<Outcome[]> {
  const documents: string[] = await knex('latest_outcomes')
    .where({ entity_ref: entityRef, environment })
    .orderBy(['check_id', 'subject'])
    .pluck('document');
  return documents.map(document => JSON.parse(document));
}
