import type { Report } from '@dynoscope/scorecard';
import type { Knex } from 'knex';
import type { DraftedReport } from './draftReport';
import type { EvidenceStore, RawEvidence } from './EvidenceStore';
import type { MeasurementStore } from './MeasurementStore';
import type { OutcomeStore } from './OutcomeStore';
import type { ReportStore } from './ReportStore';

/** Writes a report and everything that is found by it, in the transaction that ends its run. */
export type ReportWriter = (
  tx: Knex.Transaction,
  drafted: DraftedReport,
  raw: RawEvidence[],
) => Promise<void>;

export function createReportWriter(options: {
  reports: ReportStore;
  measurements: MeasurementStore;
  evidence: EvidenceStore;
  outcomes: OutcomeStore;
  /** Looks at each report in the same transaction. */
  onReport?(tx: Knex.Transaction, report: Report): Promise<void>;
}): ReportWriter {
  const { reports, measurements, evidence, outcomes, onReport } = options;
  return async (tx, { report, attempted }, raw) => {
    await reports.write(tx, report);
    await measurements.write(tx, report);
    await evidence.write(tx, report.id, raw);
    await outcomes.keep(tx, report, attempted);
    await onReport?.(tx, report);
  };
}
