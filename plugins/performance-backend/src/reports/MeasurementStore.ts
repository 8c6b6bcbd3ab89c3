import type { Measurement, Report, TrendPoint } from '@dynoscope/scorecard';
import type { Knex } from 'knex';
import type { Place } from '../runs/queue/RunStore';
import { toIso } from '../runs/queue/RunRow';

/** One metric of one subject. */
export interface Series {
  metric: string;
  statistic: string;
  subject: string;
}

/** Measurements that their source does not stand for decide nothing and make no trend. */
const leastConfidence = 0.5;

/** Points of one trend; a longer one is asked for in parts with `from` and `to`. */
const mostPoints = 1000;

/** The measurements of all reports, by time. */
export class MeasurementStore {
  private constructor(private readonly knex: Knex) {}

  static create(options: { knex: Knex }): MeasurementStore {
    return new MeasurementStore(options.knex);
  }

  async write(tx: Knex.Transaction, report: Report): Promise<void> {
    for (const measurement of report.measurements) {
      await tx('measurements').insert(toRow(report, measurement));
    }
  }

  /** Subjects that ever had the metric. */
  async subjects(
    { entityRef, environment }: Place,
    { metric, statistic }: Pick<Series, 'metric' | 'statistic'>,
  ): Promise<string[]> {
    return this.knex('measurements')
      .where({ entity_ref: entityRef, environment, metric, statistic })
      .distinct('subject')
      .orderBy('subject')
      .pluck('subject');
  }

  /** The newest points of a series that can be relied on, oldest first. */
  async trend(
    { entityRef, environment }: Place,
    series: Series,
    options: { from?: string; to?: string; limit?: number } = {},
  ): Promise<TrendPoint[]> {
    const { from, to, limit = mostPoints } = options;
    const rows = await this.knex('measurements')
      .where({ entity_ref: entityRef, environment, ...series })
      .where('confidence', '>=', leastConfidence)
      .where(query => {
        if (from) query.where('measured_at', '>=', Date.parse(from));
        if (to) query.where('measured_at', '<=', Date.parse(to));
      })
      .orderBy('measured_at', 'desc')
      .orderBy('id', 'desc')
      .limit(limit);
    return rows.reverse().map(row => ({
      at: toIso(row.measured_at),
      value: row.value,
      runId: row.run_id,
      n: Number(row.n),
      ...(row.level !== null && {
        interval: { lower: row.lower, upper: row.upper, level: row.level },
      }),
    }));
  }
}

function toRow(report: Report, measurement: Measurement) {
  const {
    subject,
    metric,
    statistic,
    value,
    unit,
    n,
    interval,
    window,
    confidence,
  } = measurement;
  return {
    report_id: report.id,
    run_id: report.run.id,
    entity_ref: report.entityRef,
    environment: report.environment,
    subject,
    metric,
    statistic,
    value,
    unit,
    n,
    ...interval,
    confidence: confidence.value,
    measured_at: Date.parse(window.end),
  };
}
