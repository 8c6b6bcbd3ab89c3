import type { Status } from '@dynoscope/scorecard';
import type { ReactNode } from 'react';
import styles from './charts.module.css';

/** Pixels that every margin is wide, so that those of a page stand under each other. */
export const marginWidth = 150;

/** The drawing that a margin stands in, in the colour of its outcome. */
export function MarginFrame(props: {
  status: Status;
  label: string;
  children: ReactNode;
}) {
  const { status, label, children } = props;
  return (
    <svg
      className={`${styles.chart} ${styles[status] ?? ''}`}
      width={marginWidth}
      height="22"
      viewBox={`0 0 ${marginWidth} 22`}
      role="img"
      aria-label={label}
    >
      {children}
    </svg>
  );
}

/** The interval of a value: a bar with both ends marked. */
export function MarginSpan(props: { from: number; to: number }) {
  const { from, to } = props;
  const left = Math.min(from, to);
  const right = Math.max(from, to);
  return (
    <>
      <rect
        className={styles.span}
        x={left}
        y="7"
        width={Math.max(2, right - left)}
        height="8"
        rx="1"
      />
      <path className={styles.end} d={`M${left} 6v10M${right} 6v10`} />
    </>
  );
}
