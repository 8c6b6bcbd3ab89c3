import type { List, Report, ReportSummary } from '@dynoscope/scorecard';
import type { Knex } from 'knex';
import { performanceError } from '../performanceError';
import type { Place } from '../runs/queue/RunStore';

/** Characters of one report as JSON. */
export const mostCharacters = 1024 * 1024;

/** Immutable report documents, one a run. */
export class ReportStore {
  private constructor(private readonly knex: Knex) {}

  static create(options: { knex: Knex }): ReportStore {
    return new ReportStore(options.knex);
  }

  /** Throws when the document is larger than 1 MiB. */
  async write(tx: Knex.Transaction, report: Report): Promise<void> {
    const document = JSON.stringify(report);
    if (document.length > mostCharacters) {
      throw new Error(
        `The report ${report.id} has ${document.length} characters, more than ${mostCharacters}`,
      );
    }
    await tx('reports').insert({
      id: report.id,
      run_id: report.run.id,
      entity_ref: report.entityRef,
      environment: report.environment,
      created_at: Date.parse(report.createdAt),
      summary: JSON.stringify(summarise(report)),
      document,
    });
  }

  async get(id: string): Promise<Report | undefined> {
    const row = await this.knex('reports').first('document').where({ id });
    return row && JSON.parse(row.document);
  }

  /** The newest report of an entity, in one environment or in any. */
  async newest(place: Partial<Place>): Promise<Report | undefined> {
    const row = await this.of(place)
      .first('document')
      .orderBy('created_at', 'desc')
      .orderBy('id', 'desc');
    return row && JSON.parse(row.document);
  }

  /** Newest first. */
  async list(
    place: Partial<Place>,
    options: { limit: number; cursor?: string },
  ): Promise<List<ReportSummary>> {
    const { limit, cursor } = options;
    const count = await this.of(place).count({ total: '*' }).first();
    const rows = await this.of(place)
      .select('id', 'created_at', 'summary')
      .where(query => void (cursor && before(query, cursor)))
      .orderBy('created_at', 'desc')
      .orderBy('id', 'desc')
      .limit(limit + 1);
    const shown = rows.slice(0, limit);
    const last = shown[shown.length - 1];
    return {
      items: shown.map((row: { summary: string }) => JSON.parse(row.summary)),
      totalItems: Number(count?.total ?? 0),
      pageInfo:
        rows.length > limit
          ? { nextCursor: `${Number(last.created_at)}.${last.id}` }
          : {},
    };
  }

  private of({
    entityRef,
    environment,
  }: Partial<Place>): Knex.QueryBuilder<any, any> {
    return this.knex('reports').where({
      entity_ref: entityRef,
      ...(environment && { environment }),
    });
  }
}

function before(query: Knex.QueryBuilder, cursor: string): void {
  const [, at, id] = /^(\d{1,15})\.([0-9a-f-]{36})$/.exec(cursor) ?? [];
  if (!id) {
    throw performanceError(
      'invalid',
      'Field "cursor" of the query: must be the nextCursor of an earlier answer',
    );
  }
  query
    .where('created_at', '<', Number(at))
    .orWhere(inner =>
      inner.where('created_at', Number(at)).where('id', '<', id),
    );
}

function summarise(report: Report): ReportSummary {
  const { id, entityRef, environment, createdAt, validity, run, score } =
    report;
  return {
    id,
    entityRef,
    environment,
    createdAt,
    validity,
    runId: run.id,
    trigger: run.trigger,
    score: score.score,
    measured: score.measured,
    applicable: score.applicable,
  };
}
