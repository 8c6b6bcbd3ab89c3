import { Card, Skeleton, VisuallyHidden } from '@backstage/ui';
import type { ReactNode } from 'react';
import { useTranslation } from '../translation/useTranslation';
import styles from './TabSkeleton.module.css';

/** The shape of what comes; the environment can be changed meanwhile. */
export function TabSkeleton(props: { environmentSwitch?: ReactNode }) {
  const { environmentSwitch } = props;
  const { t } = useTranslation();
  return (
    <div aria-busy="true">
      <VisuallyHidden role="status">{t('scorecard.loading')}</VisuallyHidden>
      <Card className={styles.card}>
        <div className={styles.head}>
          <Skeleton width={92} height={46} />
          <Skeleton className={styles.bar} height={10} />
          {environmentSwitch}
        </div>
      </Card>
      <Card className={styles.card}>
        {[0, 1, 2, 3].map(row => (
          <div key={row} className={styles.row}>
            <Skeleton width={16} height={16} />
            <Skeleton width={80} height={14} />
            <Skeleton className={styles.bar} height={14} />
            <Skeleton width={60} height={14} />
            <Skeleton width={60} height={14} />
          </div>
        ))}
      </Card>
    </div>
  );
}
