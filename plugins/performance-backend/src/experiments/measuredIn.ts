import type { Experiment, Expected, Report } from '@dynoscope/scorecard';

/** What a report says about the value that was promised. */
export function measuredIn(
  report: Report,
  subject: string,
  { metric, statistic }: Expected,
): Experiment['before'] {
  const found = report.measurements.find(
    each =>
      each.metric === metric &&
      each.statistic === statistic &&
      each.subject === subject,
  );
  return {
    reportId: report.id,
    runId: report.run.id,
    measuredAt: report.createdAt,
    ...(found && {
      value: found.value,
      interval: found.interval,
      n: found.n,
    }),
    ...(report.validity && { validity: report.validity.verdict }),
  };
}
