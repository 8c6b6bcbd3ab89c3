import type { ReactElement, ReactNode } from 'react';
import styles from './EmptyState.module.css';

/** Where there is nothing to show: what happened, what it means, and one thing to do. */
export function EmptyState(props: {
  icon: ReactElement;
  title: string;
  text: ReactNode;
  children?: ReactNode;
}) {
  const { icon, title, text, children } = props;
  return (
    <div className={styles.empty}>
      <span className={styles.icon} aria-hidden="true">
        {icon}
      </span>
      <h3>{title}</h3>
      <p>{text}</p>
      {children}
    </div>
  );
}
