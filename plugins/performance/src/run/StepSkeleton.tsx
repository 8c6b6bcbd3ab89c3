import { Skeleton, VisuallyHidden } from '@backstage/ui';
import { Delayed } from '../foundations/Delayed';
import styles from './RunDialog.module.css';

/** Something is on its way: the shape of a plan or a result. */
export function StepSkeleton(props: { text: string }) {
  const { text } = props;
  return (
    <div className={styles.skeleton}>
      <VisuallyHidden role="status">{text}</VisuallyHidden>
      <Delayed>
        <Skeleton width="90%" height={20} />
        <Skeleton width="45%" height={20} />
        <Skeleton width="60%" height={20} />
        <Skeleton width="100%" height={64} />
        <Skeleton width="100%" height={40} />
      </Delayed>
    </div>
  );
}
