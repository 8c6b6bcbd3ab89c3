import { parseEntityRef } from '@backstage/catalog-model';
import { useEntityRefLink } from '@backstage/plugin-catalog-react';
import { Link } from '@backstage/ui';
import type { Report } from '@dynoscope/scorecard';
import { formatDay, formatTime } from '@dynoscope/scorecard/format';
import { whoText } from '../run/whoText';
import { useTranslation } from '../translation/useTranslation';
import { ExportMenu } from './ExportMenu';
import styles from './Report.module.css';

/** What the report is about, when it was measured and who started it. */
export function ReportHeader(props: { report: Report }) {
  const { report } = props;
  const { entityRef, environment, run } = report;
  const { t } = useTranslation();
  const entityLink = useEntityRefLink();
  return (
    <header className={styles.header}>
      <div className={styles.titleRow}>
        <h2 className={styles.title}>{t('report.title')}</h2>
        <span className={styles.tag}>{environment}</span>
        <span className={styles.tag} title={run.id}>
          {t('report.run', { id: shortId(run.id) })}
        </span>
        <ExportMenu report={report} />
      </div>
      <p className={styles.subtitle}>
        <Link href={entityLink(entityRef)}>{nameOf(entityRef)}</Link>
        {` · ${when()} · ${startedBy()}`}
      </p>
    </header>
  );

  function when(): string {
    const start = run.startedAt ?? report.createdAt;
    const end = run.finishedAt ?? report.createdAt;
    const date = `${formatDay(start)} ${start.slice(0, 4)}`;
    return start.slice(0, 16) === end.slice(0, 16)
      ? `${date}, ${formatTime(start)}`
      : `${date}, ${start.slice(11, 16)}–${formatTime(end)}`;
  }

  function startedBy(): string {
    return t(`report.startedBy.${run.trigger}`, {
      who: whoText(run.requestedBy),
    });
  }
}

function nameOf(entityRef: string): string {
  try {
    return parseEntityRef(entityRef).name;
  } catch {
    return entityRef;
  }
}

/** An id is long and says nothing; its start is enough to tell runs apart. */
function shortId(id: string): string {
  return id.length > 12 ? id.slice(0, 8) : id;
}
