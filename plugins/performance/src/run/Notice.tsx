import { Alert } from '@backstage/ui';
import type { ReactElement, ReactNode } from 'react';
import styles from './Notice.module.css';

/** One sentence on what happened, what it means for the numbers, and one thing to do. */
export function Notice(props: {
  /** Colour judges the service; `none` says that nothing was judged. */
  tone: 'fail' | 'warn' | 'pass' | 'none';
  icon: ReactElement;
  title: ReactNode;
  children?: ReactNode;
  actions?: ReactNode;
  /** Said at once by a screen reader: for what the reader's own action brought about. */
  isSpoken?: boolean;
}) {
  const { tone, icon, title, children, actions, isSpoken } = props;
  return (
    <Alert
      className={`${styles.notice} ${styles[tone]}`}
      role={isSpoken ? 'alert' : undefined}
      icon={
        <span className={styles.icon} aria-hidden="true">
          {icon}
        </span>
      }
      title={
        <>
          {title}
          {children && <span className={styles.text}>{children}</span>}
        </>
      }
      customActions={actions}
    />
  );
}
