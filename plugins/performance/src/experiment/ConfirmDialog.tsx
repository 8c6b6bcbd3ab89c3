import { Button, Dialog } from '@backstage/ui';
import type { ReactNode } from 'react';
import { tokens } from '../foundations/tokens';
import { RunDialogFrame } from '../run/RunDialogFrame';
import styles from '../run/RunDialog.module.css';
import { ActionError } from './ActionError';
import type { ExperimentAction } from './useExperimentAction';

/** Asks before something that cannot be taken back; stays open while it is under way and when it is refused. */
export function ConfirmDialog(props: {
  title: string;
  children: ReactNode;
  action: ExperimentAction;
  /** What the refusal of the action means. */
  failureTitle: string;
  confirm: string;
  cancel: string;
  isDisabled?: boolean;
  isDestructive?: boolean;
  isOpen: boolean;
  onClose: () => void;
}) {
  const { title, children, action, failureTitle, confirm, cancel } = props;
  const { isDisabled, isDestructive, isOpen, onClose } = props;
  return (
    <Dialog
      className={`${tokens} ${styles.dialog}`}
      width={520}
      isOpen={isOpen}
      onOpenChange={open => !open && onClose()}
    >
      <RunDialogFrame
        title={title}
        buttons={
          <>
            <Button variant="secondary" onPress={onClose}>
              {cancel}
            </Button>
            <Button
              className={styles.start}
              variant="primary"
              destructive={isDestructive}
              isDisabled={isDisabled}
              isPending={action.isPending}
              onPress={() => action.start()}
            >
              {confirm}
            </Button>
          </>
        }
      >
        {children}
        {action.error && (
          <ActionError title={failureTitle} error={action.error} />
        )}
      </RunDialogFrame>
    </Dialog>
  );
}
