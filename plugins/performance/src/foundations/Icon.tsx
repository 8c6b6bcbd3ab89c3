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
  gauge: <path d="M2 12a6.5 6.5 0 1 1 12 0M8 10l3-3.6" />,
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
