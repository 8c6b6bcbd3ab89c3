import type {
  Evidence,
  Measurement,
  Outcome,
  Report,
} from '@dynoscope/scorecard';

/** The measurement of a report that an outcome rests on. */
export function reportMeasurement(
  report: Report,
  outcome: Outcome,
): Measurement | undefined {
  return report.measurements.find(
    ({ metric, statistic, subject }) =>
      metric === outcome.metric &&
      statistic === outcome.statistic &&
      subject === outcome.subject,
  );
}

/** The evidence of a report that an outcome rests on. */
export function reportEvidence(report: Report, outcome: Outcome): Evidence[] {
  const ids = new Set([
    ...(outcome.evidenceIds ?? []),
    ...(reportMeasurement(report, outcome)?.evidenceIds ?? []),
  ]);
  return report.evidence.filter(({ id }) => ids.has(id));
}
