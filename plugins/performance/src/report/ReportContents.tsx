import { useTranslation } from '../translation/useTranslation';
import styles from './Report.module.css';

/** The parts of a report, as they are named in its address. */
export type ReportSectionId =
  | 'summary'
  | 'latency'
  | 'causes'
  | 'remedies'
  | 'environment'
  | 'method'
  | 'measurements'
  | 'notes'
  | 'evidence';

/** The contents line of a report. */
export function ReportContents(props: {
  sections: readonly ReportSectionId[];
}) {
  const { sections } = props;
  const { t } = useTranslation();
  return (
    <nav className={styles.contents} aria-label={t('report.contents')}>
      {sections.map(section => (
        <a key={section} href={`#${section}`}>
          {t(`report.sections.${section}`)}
        </a>
      ))}
    </nav>
  );
}
