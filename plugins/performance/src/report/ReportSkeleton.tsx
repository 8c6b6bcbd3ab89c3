import { Card, Skeleton, VisuallyHidden } from '@backstage/ui';
import { Delayed } from '../foundations/Delayed';
import { useTranslation } from '../translation/useTranslation';
import styles from './Report.module.css';

/** A report is on its way: its shape. */
export function ReportSkeleton() {
  const { t } = useTranslation();
  return (
    <div className={styles.document}>
      <VisuallyHidden role="status">{t('report.loading')}</VisuallyHidden>
      <Delayed>
        <Skeleton width={260} height={32} />
        <Skeleton width="60%" height={20} />
        <Card className={styles.card}>
          <Skeleton width="70%" height={48} />
          <Skeleton width="100%" height={24} />
          <Skeleton width="100%" height={220} />
        </Card>
        <Card className={styles.card}>
          <Skeleton width={200} height={24} />
          <Skeleton width="100%" height={250} />
        </Card>
      </Delayed>
    </div>
  );
}
