import type { Outcome, Report } from '@dynoscope/scorecard';
import { readLoadResult, type LoadResult } from '../api/readLoadResult';

/** The latency of one subject, as its load probe kept it. */
export interface SubjectLatency {
  subject: string;
  result: LoadResult;
  /** The outcome of the highest percentile that was judged. */
  outcome?: Outcome;
}

/** Latency curves of a report, one a subject. */
export function latencyOf(report: Report): SubjectLatency[] {
  return report.evidence
    .filter(({ kind }) => kind === 'load-result')
    .flatMap(evidence => {
      const measurement = report.measurements.find(
        ({ metric, evidenceIds }) =>
          metric === 'inference.latency' && evidenceIds.includes(evidence.id),
      );
      const result = readLoadResult(evidence);
      if (!measurement || !result || result.percentiles.length === 0) return [];
      const { subject } = measurement;
      const [outcome] = report.outcomes
        .filter(
          judged =>
            judged.subject === subject &&
            judged.metric === 'inference.latency' &&
            judged.value !== undefined,
        )
        .sort((a, b) => (b.statistic ?? '').localeCompare(a.statistic ?? ''));
      return [
        { subject, result: asMeasured(result, report, subject), outcome },
      ];
    });
}

/** One value has one interval on the page: that of the measurement, which allows for what the raw material does not. */
function asMeasured(
  result: LoadResult,
  report: Report,
  subject: string,
): LoadResult {
  const intervals = new Map(
    report.measurements
      .filter(
        one => one.metric === 'inference.latency' && one.subject === subject,
      )
      .map(({ statistic, interval }) => [statistic, interval]),
  );
  return {
    ...result,
    percentiles: result.percentiles.map(row =>
      intervals.has(row.statistic)
        ? { ...row, interval: intervals.get(row.statistic) }
        : row,
    ),
  };
}
