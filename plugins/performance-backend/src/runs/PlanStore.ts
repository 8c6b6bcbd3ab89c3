import type { Plan } from '@dynoscope/scorecard';
import type { Knex } from 'knex';
import { databaseNow, readDatabaseTime } from '../database/databaseNow';
import { completePlan } from './completePlan';
import { noPlan } from './noPlan';

/** Plans that were shown and may still be run. */
export class PlanStore {
  private constructor(private readonly knex: Knex) {}

  static create(options: { knex: Knex }): PlanStore {
    return new PlanStore(options.knex);
  }

  async save(draft: Omit<Plan, 'id' | 'expiresAt'>): Promise<Plan> {
    const plan = completePlan(draft, await readDatabaseTime(this.knex));
    await this.knex('plans').insert({
      id: plan.id,
      entity_ref: plan.entityRef,
      document: JSON.stringify(plan),
      expires_at: Date.parse(plan.expiresAt),
    });
    return plan;
  }

  /** Also a plan that expired, until it is deleted. Throws when there is none. */
  async get(id: string): Promise<{ plan: Plan; expired: boolean }> {
    const row = await this.knex('plans')
      .first('document', {
        expired: this.knex.raw('expires_at < ?', [databaseNow(this.knex)]),
      })
      .where({ id });
    if (!row) throw noPlan(id);
    return { plan: JSON.parse(row.document), expired: Boolean(row.expired) };
  }
}
