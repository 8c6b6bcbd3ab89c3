import type { LoadResult } from '../api/readLoadResult';
import { formatNumber } from '@dynoscope/scorecard/format';
import styles from '../foundations/foundations.module.css';
import { useTranslation } from '../translation/useTranslation';

/** How many requests were answered, and what became of the others. */
export function RequestErrors(props: { result: LoadResult }) {
  const { succeeded, errors } = props.result;
  const { t } = useTranslation();
  return (
    <dl className={`${styles.facts} ${styles.numeric}`}>
      {succeeded !== undefined && (
        <>
          <dt>{t('tab.row.succeeded')}</dt>
          <dd>{formatNumber(succeeded)}</dd>
        </>
      )}
      {errors.map(({ kind, count }) => (
        <div key={kind} className={styles.pair}>
          <dt>
            <code>{kind}</code>
          </dt>
          <dd>{formatNumber(count)}</dd>
        </div>
      ))}
      {errors.length === 0 && (
        <>
          <dt>{t('tab.row.failed')}</dt>
          <dd>0</dd>
        </>
      )}
    </dl>
  );
}
