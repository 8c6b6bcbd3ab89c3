import { Card } from '@backstage/ui';
import type { ReactNode } from 'react';
import styles from './StateCard.module.css';

/** A card that says why there is no scorecard; another environment may have one. */
export function StateCard(props: {
  environmentSwitch?: ReactNode;
  children: ReactNode;
}) {
  const { environmentSwitch, children } = props;
  return (
    <Card className={styles.card}>
      {environmentSwitch && (
        <div className={styles.switch}>{environmentSwitch}</div>
      )}
      {children}
    </Card>
  );
}
