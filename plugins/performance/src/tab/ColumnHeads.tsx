import { useTranslation } from '../translation/useTranslation';
import styles from './ColumnHeads.module.css';
import rowStyles from './OutcomeRow.module.css';

/** Names the columns for the eye; each row says its parts by itself. */
export function ColumnHeads() {
  const { t } = useTranslation();
  return (
    <div className={`${rowStyles.cells} ${styles.heads}`} aria-hidden="true">
      <span>{t('tab.columns.outcome')}</span>
      <span>{t('tab.columns.check')}</span>
      <span className={styles.end}>{t('tab.columns.value')}</span>
      <span className={styles.end}>{t('tab.columns.target')}</span>
      <span className={styles.scale}>
        <span>{t('tab.columns.worse')}</span>
        <span>{t('tab.columns.targetLine')}</span>
        <span>{t('tab.columns.better')}</span>
      </span>
      <span>{t('tab.columns.trend')}</span>
      <span className={styles.end}>{t('tab.columns.when')}</span>
    </div>
  );
}
