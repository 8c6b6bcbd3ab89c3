import { useTranslation } from '../translation/useTranslation';
import styles from './Report.module.css';
import { ReportSection } from './ReportSection';

/** What the probes had to say beside their numbers. */
export function NotesSection(props: { notes: readonly string[] }) {
  const { notes } = props;
  const { t } = useTranslation();
  return (
    <ReportSection id="notes" title={t('report.sections.notes')}>
      <ul className={styles.list}>
        {[...new Set(notes)].map(note => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </ReportSection>
  );
}
