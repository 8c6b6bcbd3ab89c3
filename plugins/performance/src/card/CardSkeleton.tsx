import { Skeleton, VisuallyHidden } from '@backstage/ui';
import { useTranslation } from '../translation/useTranslation';
import styles from './CardSkeleton.module.css';

/** The shape of what comes. */
export function CardSkeleton() {
  const { t } = useTranslation();
  return (
    <div className={styles.skeleton} aria-busy="true">
      <VisuallyHidden>{t('scorecard.loading')}</VisuallyHidden>
      <div className={styles.score}>
        <Skeleton width={92} height={46} />
        <div className={styles.lines}>
          <Skeleton width="60%" height={14} />
          <Skeleton width="100%" height={10} />
          <Skeleton width="80%" height={14} />
        </div>
      </div>
      <Skeleton width="100%" height={18} />
      <Skeleton width="100%" height={18} />
      <Skeleton width="92%" height={18} />
    </div>
  );
}
