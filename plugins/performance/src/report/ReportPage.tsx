import { Button } from '@backstage/ui';
import { isHidden } from '../api/responseOf';
import { useReport } from '../api/useReport';
import { EmptyState } from '../foundations/EmptyState';
import { FailedState } from '../foundations/FailedState';
import { Icon } from '../foundations/Icon';
import { OutcomeIcon } from '../foundations/OutcomeIcon';
import { Root } from '../foundations/Root';
import { HiddenState } from '../scorecard/HiddenState';
import { useTranslation } from '../translation/useTranslation';
import { downloadText } from './downloadText';
import { knownVersion, readability } from './readability';
import styles from './Report.module.css';
import { ReportDocument } from './ReportDocument';
import { ReportSkeleton } from './ReportSkeleton';

/** The page of one report. Everything on it comes from the report's own document. */
export function ReportPage(props: { reportId: string }) {
  const { reportId } = props;
  const report = useReport(reportId);
  return (
    <Root className={styles.page}>
      {report.state === 'loading' && <ReportSkeleton />}
      {report.state === 'failed' && (
        <div className={styles.state}>
          {isHidden(report.error) ? (
            <HiddenState />
          ) : (
            <FailedState error={report.error} onTryAgain={report.reload} />
          )}
        </div>
      )}
      {report.state === 'ready' &&
        (readability(report.value) === 'readable' ? (
          <ReportDocument report={report.value} />
        ) : (
          <UnreadableReport id={reportId} document={report.value} />
        ))}
    </Root>
  );
}

/** A document of another version of Dynoscope: nothing is guessed, the document itself is offered. */
function UnreadableReport(props: { id: string; document: unknown }) {
  const { id, document } = props;
  const { t } = useTranslation();
  const { schemaVersion } = (document ?? {}) as { schemaVersion?: unknown };
  const isNewer = readability(document) === 'newer';
  return (
    <div className={styles.state}>
      <EmptyState
        icon={<OutcomeIcon status="error" />}
        title={t(isNewer ? 'report.problem.newer' : 'report.problem.malformed')}
        text={
          isNewer
            ? t('report.problem.newerText', {
                version: String(schemaVersion),
                known: String(knownVersion),
              })
            : t('report.problem.malformedText')
        }
      >
        <Button
          variant="secondary"
          iconStart={<Icon name="download" />}
          onPress={() =>
            downloadText({
              name: `report-${id}.json`,
              type: 'application/json',
              text: JSON.stringify(document, null, 2),
            })
          }
        >
          {t('report.problem.download')}
        </Button>
      </EmptyState>
    </div>
  );
}
