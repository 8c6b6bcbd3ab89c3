import { Card } from '@backstage/ui';
import type { ReactNode } from 'react';
import foundations from '../foundations/foundations.module.css';
import styles from './Report.module.css';

/** One part of a report. */
export function ReportSection(props: {
  /** Its place in the address of the page. */
  id?: string;
  title: string;
  text?: ReactNode;
  children: ReactNode;
}) {
  const { id, title, text, children } = props;
  return (
    <Card className={styles.card}>
      <section id={id} className={styles.section} aria-label={title}>
        <h3 className={styles.heading}>{title}</h3>
        {text && <p className={foundations.muted}>{text}</p>}
        {children}
      </section>
    </Card>
  );
}
