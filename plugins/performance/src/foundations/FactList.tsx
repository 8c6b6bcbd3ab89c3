import type { ReactNode } from 'react';
import styles from './foundations.module.css';

/** Names and what is known of them; those of which nothing is known are left out. */
export function FactList(props: { facts: [name: string, text: ReactNode][] }) {
  return (
    <dl className={`${styles.facts} ${styles.numeric}`}>
      {props.facts.map(
        ([name, text]) =>
          text && (
            <div key={name} className={styles.pair}>
              <dt>{name}</dt>
              <dd>{text}</dd>
            </div>
          ),
      )}
    </dl>
  );
}
