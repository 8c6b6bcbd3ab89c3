import { Dialog } from '@backstage/ui';
import type { Run } from '@dynoscope/scorecard';
import { useState } from 'react';
import { tokens } from '../foundations/tokens';
import { PlanStep } from './PlanStep';
import styles from './RunDialog.module.css';
import { RunStep } from './RunStep';

/** What the run dialog is opened with. */
export interface RunDialogProps {
  entityRef: string;
  /** Name of the entity as the page shows it. */
  title: string;
  environment?: string;
  /** Whether the environment is known to be production before the plan is there. */
  production?: boolean;
  isOpen: boolean;
  onOpenChange(isOpen: boolean): void;
  /** Opens at the progress of this run instead of a plan. */
  runId?: string;
  /** A run was started here. */
  onStarted?(run: Run): void;
  /** The run that is followed here ended. */
  onFinished?(run: Run): void;
}

/** Plans a run, starts it, shows how it goes and what came of it. May be closed at any time: the run goes on. */
export function RunDialog(props: RunDialogProps) {
  const { isOpen, onOpenChange } = props;
  return (
    <Dialog
      className={`${tokens} ${styles.dialog}`}
      width={720}
      isOpen={isOpen}
      onOpenChange={onOpenChange}
    >
      <RunDialogSteps {...props} />
    </Dialog>
  );
}

function RunDialogSteps(props: RunDialogProps) {
  const { entityRef, title, environment, production } = props;
  const { onOpenChange, onStarted, onFinished } = props;
  const [runId, setRunId] = useState(props.runId);
  const close = () => onOpenChange(false);
  if (!runId) {
    return (
      <PlanStep
        entityRef={entityRef}
        title={title}
        environment={environment}
        isProduction={production}
        onStarted={run => {
          setRunId(run.id);
          onStarted?.(run);
        }}
        onShowRun={setRunId}
        onClose={close}
      />
    );
  }
  return (
    <RunStep
      key={runId}
      runId={runId}
      title={title}
      isProduction={production}
      onFinished={onFinished}
      onPlanAgain={() => setRunId(undefined)}
      onClose={close}
    />
  );
}
