import { compareMeasurements } from './compareMeasurements';
import { compareFingerprints } from './compareFingerprints';
import type { Comparison } from './comparisonSchema';
import { metrics as builtInMetrics } from './metrics';
import type { ProbePlan } from './planSchema';
import type { Report } from './reportSchema';
import { sameJson } from './sameJson';
import type { MetricInfo } from './wire';

/**
 * Holds two reports against each other, metric by metric: what differs, by how much, with the interval of the difference,
 * and whether that is better or worse. A difference that surely lies within ± 5 % of the base is called the same.
 *
 * @param options - `metrics`: those that are known beside the built-in ones
 * @public
 */
export function compareReports(
  base: Report,
  candidate: Report,
  options: { metrics?: readonly MetricInfo[] } = {},
): Comparison {
  const known = [...builtInMetrics, ...(options.metrics ?? [])];
  const notes = notesOf(base, candidate);
  const invalid = [base, candidate].some(
    ({ validity }) => validity?.verdict === 'invalid',
  );
  const rows = base.measurements.flatMap((measurement, index) => {
    const { metric, statistic, subject } = measurement;
    const same = (other: typeof measurement) =>
      other.metric === metric &&
      other.statistic === statistic &&
      other.subject === subject;
    const other = candidate.measurements.find(same);
    if (!other || base.measurements.findIndex(same) !== index) return [];
    const row = compareMeasurements({
      base: measurement,
      candidate: other,
      better: known.find(({ id }) => id === metric)?.better,
      invalid,
    });
    if (row) return [row];
    notes.push(
      `${metric} (${statistic}) of ${subject} was measured in ${measurement.unit} and in ${other.unit}, which cannot be compared.`,
    );
    return [];
  });
  if (rows.length === 0) {
    notes.push('Nothing was measured in both reports.');
  }
  return {
    base: sideOf(base),
    candidate: sideOf(candidate),
    rows,
    changed: compareFingerprints(base.fingerprint, candidate.fingerprint),
    samePlan: samePlan(base.plan.probes, candidate.plan.probes),
    notes,
  };
}

function sideOf({ id, run, createdAt, validity }: Report) {
  return {
    reportId: id,
    runId: run.id,
    measuredAt: createdAt,
    ...(validity && { validity: validity.verdict }),
  };
}

/** Whether what both measured was measured in the same way. */
function samePlan(base: ProbePlan[], candidate: ProbePlan[]): boolean {
  const pairs = base.flatMap(plan =>
    candidate
      .filter(
        ({ probe, subject }) =>
          probe === plan.probe && subject === plan.subject,
      )
      .map(other => sameJson(plan, other)),
  );
  return pairs.length > 0 && pairs.every(Boolean);
}

function notesOf(base: Report, candidate: Report): string[] {
  const notes: string[] = [];
  if (base.entityRef !== candidate.entityRef) {
    notes.push(
      `The reports are of two entities, ${base.entityRef} and ${candidate.entityRef}.`,
    );
  }
  if (base.environment !== candidate.environment) {
    notes.push(
      `The reports are of two environments, ${base.environment} and ${candidate.environment}.`,
    );
  }
  if (Date.parse(base.createdAt) > Date.parse(candidate.createdAt)) {
    notes.push('The base was measured after the candidate.');
  }
  for (const [name, { validity }] of Object.entries({ base, candidate })) {
    if (validity && validity.verdict !== 'valid') {
      const reasons = validity.reasons.map(({ message }) => message);
      notes.push(
        [`The run of the ${name} is ${validity.verdict}.`, ...reasons].join(
          ' ',
        ),
      );
    }
  }
  return notes;
}
