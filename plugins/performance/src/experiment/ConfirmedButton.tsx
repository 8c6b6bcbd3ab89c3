import { Button } from '@backstage/ui';
import type { PerformanceApi } from '@dynoscope/backstage-plugin-performance-common';
import { useState } from 'react';
import { ConfirmDialog } from './ConfirmDialog';
import { useExperimentAction } from './useExperimentAction';

/** A button that asks before it acts. */
export function ConfirmedButton(props: {
  label: string;
  title: string;
  text: string;
  confirm: string;
  cancel: string;
  failureTitle: (error?: Error) => string;
  act: (performance: PerformanceApi) => Promise<unknown>;
  onDone: () => void;
}) {
  const { label, title, text, confirm, cancel, failureTitle } = props;
  const { act, onDone } = props;
  const [isOpen, setOpen] = useState(false);
  const action = useExperimentAction(act, () => {
    setOpen(false);
    onDone();
  });
  return (
    <>
      <Button
        variant="secondary"
        onPress={() => {
          action.forget();
          setOpen(true);
        }}
      >
        {label}
      </Button>
      <ConfirmDialog
        title={title}
        action={action}
        failureTitle={failureTitle(action.error)}
        confirm={confirm}
        cancel={cancel}
        isOpen={isOpen}
        onClose={() => setOpen(false)}
      >
        <p>{text}</p>
      </ConfirmDialog>
    </>
  );
}
