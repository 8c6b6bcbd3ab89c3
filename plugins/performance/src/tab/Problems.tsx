import { Alert } from '@backstage/ui';
import { OutcomeIcon } from '../foundations/OutcomeIcon';
import { useTranslation } from '../translation/useTranslation';
import styles from './ScorecardBanner.module.css';

/** Mistakes in the annotations or the configuration of an entity, each with what is allowed. */
export function Problems(props: { problems: readonly string[] }) {
  const { problems } = props;
  const { t } = useTranslation();
  if (problems.length === 0) {
    return null;
  }
  return (
    <Alert
      className={`${styles.banner} ${styles.warn}`}
      icon={<OutcomeIcon status="warn" />}
      title={t('tab.banner.problems', { count: problems.length })}
      description={
        <ul className={styles.problems}>
          {problems.map(problem => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
      }
    />
  );
}
