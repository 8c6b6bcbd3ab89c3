import { DialogBody, DialogFooter, DialogHeader } from '@backstage/ui';
import type { ReactNode } from 'react';
import { Icon } from '../foundations/Icon';
import styles from './RunDialog.module.css';

/** What every step of the run dialog looks like: title and environment, body, footer. */
export function RunDialogFrame(props: {
  title: string;
  environment?: string;
  isProduction?: boolean;
  children: ReactNode;
  /** Stands left in the footer. */
  remark?: ReactNode;
  buttons: ReactNode;
}) {
  const { title, environment, isProduction, children, remark, buttons } = props;
  return (
    <>
      <DialogHeader className={styles.header}>
        <span className={styles.title}>
          {title}{' '}
          {environment && (
            <span className={styles.tag}>
              {isProduction && <Icon name="lock" />}
              {environment}
            </span>
          )}
        </span>
      </DialogHeader>
      <DialogBody className={styles.body}>{children}</DialogBody>
      <DialogFooter className={styles.footer}>
        <span className={styles.remark}>{remark}</span>
        {buttons}
      </DialogFooter>
    </>
  );
}
