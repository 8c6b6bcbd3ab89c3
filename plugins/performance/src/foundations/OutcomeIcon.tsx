import type { Status } from '@dynoscope/scorecard';
import type { ReactNode } from 'react';
import styles from './OutcomeIcon.module.css';

/** Each shape is unique without its colour. */
const shapes: Record<Status | 'stale', ReactNode> = {
  pass: (
    <>
      <circle cx="8" cy="8" r="6.2" />
      <path d="m5.2 8.2 2 2 3.7-4.2" />
    </>
  ),
  warn: (
    <>
      <path d="M8 2.2 14.3 13.4H1.7z" />
      <path d="M8 6.4v3.4M8 11.6v.1" />
    </>
  ),
  fail: (
    <>
      <path
        d="M5.2 1.6h5.6l3.6 3.6v5.6l-3.6 3.6H5.2l-3.6-3.6V5.2z"
        fill="currentColor"
      />
      <path className={styles.cross} d="m5.7 5.7 4.6 4.6m0-4.6-4.6 4.6" />
    </>
  ),
  inconclusive: (
    <>
      <path d="M8 1.5v13" />
      <path d="M2 8h12M2 5.3v5.4M14 5.3v5.4" />
    </>
  ),
  'no-data': <circle cx="8" cy="8" r="6.2" strokeDasharray="2.4 2.47" />,
  'not-applicable': <path d="M3.5 8h9" />,
  error: (
    <>
      <rect x="1.9" y="1.9" width="12.2" height="12.2" rx="2" />
      <path d="m4.4 11.6 7.2-7.2" />
    </>
  ),
  stale: (
    <>
      <circle cx="8" cy="8" r="6.2" />
      <path d="M8 4.4V8l2.4 1.6" />
    </>
  ),
};

/** The shape of an outcome, in the colour of the text around it. */
export function OutcomeIcon(props: {
  status: Status | 'stale';
  className?: string;
}) {
  const { status, className } = props;
  return (
    <svg
      className={className ? `${styles.icon} ${className}` : styles.icon}
      viewBox="0 0 16 16"
      aria-hidden="true"
    >
      {shapes[status]}
    </svg>
  );
}
