import type { Report } from '@dynoscope/scorecard';
import { CauseSection } from './CauseSection';
import { EnvironmentSection } from './EnvironmentSection';
import { EvidenceSection } from './EvidenceSection';
import { latencyOf } from './latencyOf';
import { LatencySections } from './LatencySections';
import { MeasurementSection } from './MeasurementSection';
import { MethodSection } from './MethodSection';
import { NotesSection } from './NotesSection';
import styles from './Report.module.css';
import { ReportContents, type ReportSectionId } from './ReportContents';
import { ReportHeader } from './ReportHeader';
import { RemedySection } from './RemedySection';
import { ReportSummary } from './ReportSummary';
import { usePrintInLight } from './usePrintInLight';

/** A report from its finding to its raw material. A part that the report has no data for is left out. */
export function ReportDocument(props: { report: Report }) {
  const { report } = props;
  usePrintInLight();
  const latencies = latencyOf(report);
  const sections: ReportSectionId[] = [
    'summary',
    ...(latencies.length > 0 ? (['latency'] as const) : []),
    ...(report.causes.length > 0 ? (['causes'] as const) : []),
    ...(report.remedies.length > 0 ? (['remedies'] as const) : []),
    'environment',
    'method',
    'measurements',
    ...(report.notes.length > 0 ? (['notes'] as const) : []),
    ...(report.evidence.length > 0 ? (['evidence'] as const) : []),
  ];
  return (
    <article className={styles.document}>
      <ReportHeader report={report} />
      <ReportContents sections={sections} />
      <ReportSummary report={report} />
      <LatencySections latencies={latencies} />
      {report.causes.length > 0 && <CauseSection causes={report.causes} />}
      {report.remedies.length > 0 && <RemedySection report={report} />}
      <EnvironmentSection report={report} />
      <MethodSection report={report} />
      <MeasurementSection report={report} />
      {report.notes.length > 0 && <NotesSection notes={report.notes} />}
      {report.evidence.length > 0 && <EvidenceSection report={report} />}
    </article>
  );
}
