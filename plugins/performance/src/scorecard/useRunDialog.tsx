import type { Run } from '@dynoscope/scorecard';
import { useState, type ReactNode } from 'react';
import { RunDialog } from '../run/RunDialog';

/** The run dialog of an entity. */
export interface RunDialogControl {
  /** Opens at the plan of a new run. */
  plan(): void;
  /** Opens at the progress of a run. */
  show(runId: string): void;
  /** Stands anywhere in the component that asked. */
  dialog: ReactNode;
}

/** Lets a component open the run dialog. */
export function useRunDialog(options: {
  entityRef: string;
  title: string;
  environment?: string;
  isProduction?: boolean;
  onFinished: (run: Run) => void;
}): RunDialogControl {
  const { entityRef, title, environment, isProduction, onFinished } = options;
  const [opened, setOpened] = useState<{ runId?: string }>();
  const [isOpen, setOpen] = useState(false);
  function open(target: { runId?: string }) {
    setOpened(target);
    setOpen(true);
  }
  return {
    plan: () => open({}),
    show: runId => open({ runId }),
    dialog: opened && (
      <RunDialog
        entityRef={entityRef}
        title={title}
        environment={environment}
        production={isProduction}
        isOpen={isOpen}
        onOpenChange={setOpen}
        runId={opened.runId}
        onFinished={onFinished}
      />
    ),
  };
}
