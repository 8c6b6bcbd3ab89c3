import type { ReactNode } from 'react';
import styles from './OutcomeIcon.module.css';

/** Few and drawn here: an icon of a library would be loaded before the first page. */
const shapes = {
  copy: (
    <>
      <rect x="5.5" y="5.5" width="8" height="8" rx="1.5" />
      <path d="M10.5 3.5v-1h-8v8h1" />
    </>
  ),
  document: <path d="M3.5 1.8h6l3 3v9.4h-9zM9.5 1.8v3h3" />,
  download: <path d="M8 2v8m-3-3 3 3 3-3M2.5 13.5h11" />,
  better: <path d="M8 13V3M4.2 6.8 8 3l3.8 3.8" />,
  exceeded: (
    <>
      <circle cx="8" cy="8" r="6.2" />
      <path d="M8 11.2V5M5.4 7.4 8 4.8l2.6 2.6" />
    </>
  ),
  fix: (
    <path d="M9.6 6.3 3.4 12.6a1.3 1.3 0 0 1-1.9-1.9l6.3-6.2a3.2 3.2 0 0 1 4.1-2.4L9.8 4.2l.3 1.7 1.7.3 2.1-2.1a3.2 3.2 0 0 1-4.3 2.2z" />
  ),
  gauge: <path d="M2 12a6.5 6.5 0 1 1 12 0M8 10l3-3.6" />,
  info: (
    <>
      <circle cx="8" cy="8" r="6.2" />
      <path d="M8 7.2v4M8 4.8v.1" />
    </>
  ),
  lock: (
    <>
      <rect x="3" y="7" width="10" height="7" rx="1.5" />
      <path d="M5 7V5a3 3 0 0 1 6 0v2" />
    </>
  ),
  pause: (
    <>
      <circle cx="8" cy="8" r="6.2" />
      <path d="M6.4 5.8v4.4M9.6 5.8v4.4" />
    </>
  ),
  same: <path d="M3 6h10M3 10h10" />,
  unclear: (
    <path d="M5.6 6a2.4 2.4 0 1 1 3.4 2.2c-.7.3-1 .8-1 1.5v.3M8 12.6v.1" />
  ),
  worse: <path d="M8 3v10M4.2 9.2 8 13l3.8-3.8" />,
  play: <path d="M5 3.2v9.6L12.6 8z" fill="currentColor" />,
} satisfies Record<string, ReactNode>;

/** A sign beside a word, in the colour of the text around it. */
export function Icon(props: { name: keyof typeof shapes }) {
  const { name } = props;
  return (
    <svg className={styles.icon} viewBox="0 0 16 16" aria-hidden="true">
      {shapes[name]}
    </svg>
  );
}
