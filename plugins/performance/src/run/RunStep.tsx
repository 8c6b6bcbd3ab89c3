import { Button } from '@backstage/ui';
import type { Run } from '@dynoscope/scorecard';
import { useEffect, useRef } from 'react';
import { isHidden } from '../api/responseOf';
import { OutcomeIcon } from '../foundations/OutcomeIcon';
import { useTranslation } from '../translation/useTranslation';
import { EndStep } from './EndStep';
import { Notice } from './Notice';
import { ProgressStep } from './ProgressStep';
import { refusalText } from './refusalText';
import { ResultStep } from './ResultStep';
import { RunDialogFrame } from './RunDialogFrame';
import { isEnded } from './runProgress';
import { StepSkeleton } from './StepSkeleton';
import { useRun } from './useRun';

/** A run from its start to whatever came of it. */
export function RunStep(props: {
  runId: string;
  title: string;
  isProduction?: boolean;
  onFinished?(run: Run): void;
  onPlanAgain(): void;
  onClose(): void;
}) {
  const { runId, title, isProduction, onFinished, onPlanAgain, onClose } =
    props;
  const { t } = useTranslation();
  const followed = useRun(runId);
  const { run, error } = followed;
  const ended = run && isEnded(run) ? run : undefined;

  const newestOnFinished = useRef(onFinished);
  newestOnFinished.current = onFinished;
  useEffect(() => {
    if (ended) newestOnFinished.current?.(ended);
  }, [ended]);

  if (!run) {
    return (
      <RunDialogFrame
        title={t('run.progress.title', { name: title })}
        isProduction={isProduction}
        buttons={
          <Button variant="secondary" onPress={onClose}>
            {t('run.close')}
          </Button>
        }
      >
        {error ? (
          <Notice
            tone="none"
            icon={<OutcomeIcon status="error" />}
            title={t(isHidden(error) ? 'run.end.gone' : 'run.end.unread')}
          >
            {isHidden(error) ? t('run.end.goneText') : refusalText(error)}
          </Notice>
        ) : (
          <StepSkeleton text={t('run.progress.loading')} />
        )}
      </RunDialogFrame>
    );
  }
  if (!ended) {
    return (
      <ProgressStep
        followed={{ ...followed, run }}
        title={title}
        isProduction={isProduction}
      />
    );
  }
  const isScored = ended.state === 'succeeded' || ended.state === 'partial';
  return isScored && ended.reportId ? (
    <ResultStep
      run={ended}
      reportId={ended.reportId}
      title={title}
      isProduction={isProduction}
      onPlanAgain={onPlanAgain}
      onClose={onClose}
    />
  ) : (
    <EndStep
      run={ended}
      title={title}
      isProduction={isProduction}
      onPlanAgain={onPlanAgain}
      onClose={onClose}
    />
  );
}
