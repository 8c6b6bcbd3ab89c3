import { useApi } from '@backstage/core-plugin-api';
import { Button } from '@backstage/ui';
import type { Evidence, Report } from '@dynoscope/scorecard';
import { useState } from 'react';
import { performanceApiRef } from '../api/performanceApiRef';
import { isHidden } from '../api/responseOf';
import foundations from '../foundations/foundations.module.css';
import { Icon } from '../foundations/Icon';
import { useTranslation } from '../translation/useTranslation';
import { downloadText } from './downloadText';
import styles from './Report.module.css';
import { ReportSection } from './ReportSection';

/** The raw material of a report. It is fetched with the reader's own permission, so a bare link would not do. */
export function EvidenceSection(props: { report: Report }) {
  const { report } = props;
  const { t } = useTranslation();
  return (
    <ReportSection
      id="evidence"
      title={t('report.sections.evidence')}
      text={t('report.evidence.text', {
        permission: 'performance.evidence.read',
      })}
    >
      <ul className={styles.evidence}>
        {report.evidence.map(evidence => (
          <EvidenceRow
            key={evidence.id}
            reportId={report.id}
            evidence={evidence}
          />
        ))}
      </ul>
    </ReportSection>
  );
}

function EvidenceRow(props: { reportId: string; evidence: Evidence }) {
  const { reportId, evidence } = props;
  const { id, kind, title } = evidence;
  const api = useApi(performanceApiRef);
  const { t } = useTranslation();
  const [isPending, setPending] = useState(false);
  const [said, setSaid] = useState('');

  async function save() {
    setPending(true);
    setSaid('');
    try {
      const raw = await api.getEvidence(reportId, id);
      downloadText({
        name: `evidence-${id}.json`,
        type: 'application/json',
        text: JSON.stringify(raw, null, 2),
      });
    } catch (error) {
      setSaid(
        t(
          isHidden(error as Error)
            ? 'report.evidence.hidden'
            : 'report.evidence.failed',
        ),
      );
    }
    setPending(false);
  }

  return (
    <li>
      <span className={styles.breaking}>
        <bdi>{title}</bdi> <code className={foundations.muted}>{kind}</code>
      </span>
      <span className={`${styles.said} ${foundations.push}`} role="status">
        {said}
      </span>
      <Button
        variant="secondary"
        size="small"
        iconStart={<Icon name="download" />}
        isPending={isPending}
        aria-label={t('report.evidence.downloadOf', { title })}
        onPress={save}
      >
        {t('report.evidence.download')}
      </Button>
    </li>
  );
}
