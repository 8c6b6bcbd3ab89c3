import { Button } from '@backstage/ui';
import type { Run } from '@dynoscope/scorecard';
import { useEffect, useRef, useState } from 'react';
import { Icon } from '../foundations/Icon';
import { useTranslation } from '../translation/useTranslation';
import { PlanBody } from './PlanBody';
import { PlanProblem } from './PlanProblem';
import styles from './RunDialog.module.css';
import { RunDialogFrame } from './RunDialogFrame';
import { StartProblem } from './StartProblem';
import { StepSkeleton } from './StepSkeleton';
import { probesOf, usePlan } from './usePlan';
import { useStartRun } from './useStartRun';

/** The first step: what would be sent, where, how long and how fast. Nothing is sent before *Start run*. */
export function PlanStep(props: {
  entityRef: string;
  title: string;
  environment?: string;
  isProduction?: boolean;
  onStarted(run: Run): void;
  onShowRun(runId: string): void;
  onClose(): void;
}) {
  const { entityRef, title, environment, onStarted, onShowRun, onClose } =
    props;
  const { t } = useTranslation();
  const { state, leftOut, setProbe, retry } = usePlan({
    entityRef,
    environment,
  });
  const { start, isStarting, error } = useStartRun(onStarted);
  const [typed, setTyped] = useState('');

  const ready = state.kind === 'ready' ? state : undefined;
  const name = ready?.plan.confirm ?? undefined;
  const isProduction = ready ? Boolean(name) : props.isProduction;
  const isEmpty =
    ready !== undefined &&
    probesOf(ready.wholePlan).every(id => leftOut.includes(id));
  const mayStart =
    ready !== undefined &&
    !ready.isUpdating &&
    !isEmpty &&
    ready.plan.refusals.length === 0 &&
    (name === undefined || typed === name);

  // In production the safe button has the focus; a choice of probes later on does not move it.
  const startButton = useRef<HTMLButtonElement>(null);
  const cancelButton = useRef<HTMLButtonElement>(null);
  const hasSettled = state.kind !== 'loading';
  const isSafe = useRef(mayStart);
  isSafe.current = mayStart && !isProduction;
  useEffect(() => {
    if (!hasSettled) return;
    const button = isSafe.current ? startButton : cancelButton;
    button.current?.focus();
  }, [hasSettled]);

  return (
    <RunDialogFrame
      title={t(isProduction ? 'run.plan.titleProduction' : 'run.plan.title', {
        name: title,
      })}
      environment={ready?.plan.environment ?? environment}
      isProduction={isProduction}
      buttons={
        <>
          <Button ref={cancelButton} variant="secondary" onPress={onClose}>
            {t('run.plan.cancel')}
          </Button>
          {state.kind !== 'failed' && (
            <Button
              ref={startButton}
              className={styles.start}
              variant={error ? 'secondary' : 'primary'}
              iconStart={isProduction ? undefined : <Icon name="play" />}
              destructive={isProduction}
              isDisabled={!mayStart}
              isPending={isStarting}
              onPress={() => ready && start(ready.plan, name && typed)}
            >
              {t(isProduction ? 'run.plan.startProduction' : 'run.plan.start')}
            </Button>
          )}
        </>
      }
    >
      {error && (
        <StartProblem
          error={error}
          isProduction={isProduction}
          onShowRun={onShowRun}
          onPlanAgain={retry}
        />
      )}
      {state.kind === 'loading' && (
        <StepSkeleton text={t('run.plan.loading')} />
      )}
      {state.kind === 'failed' && (
        <PlanProblem
          error={state.error}
          isProduction={isProduction}
          onTryAgain={retry}
        />
      )}
      {ready && (
        <PlanBody
          plan={ready.plan}
          wholePlan={ready.wholePlan}
          isUpdating={ready.isUpdating}
          leftOut={leftOut}
          onProbe={setProbe}
          onShowRun={onShowRun}
          typed={typed}
          onType={setTyped}
        />
      )}
    </RunDialogFrame>
  );
}
