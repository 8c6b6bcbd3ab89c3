import { useApi } from '@backstage/core-plugin-api';
import { Button } from '@backstage/ui';
import type { Run } from '@dynoscope/scorecard';
import { useState } from 'react';
import { performanceApiRef } from '../api/performanceApiRef';
import { responseOf } from '../api/responseOf';
import { OutcomeIcon } from '../foundations/OutcomeIcon';
import { useTranslation } from '../translation/useTranslation';
import type { FollowedRun } from './followRun';
import { Notice } from './Notice';
import { ProgressBody } from './ProgressBody';
import { refusalText } from './refusalText';
import { RunDialogFrame } from './RunDialogFrame';

const titles = {
  queued: 'run.progress.titleQueued',
  cancelling: 'run.progress.titleCancelling',
} as const;

/** A run that goes on. *Cancel run* asks no second question: it stops at once and keeps what was measured. */
export function ProgressStep(props: {
  followed: FollowedRun & { run: Run };
  title: string;
  isProduction?: boolean;
}) {
  const { followed, title, isProduction } = props;
  const { run } = followed;
  const api = useApi(performanceApiRef);
  const { t } = useTranslation();
  const [isAsked, setAsked] = useState(false);
  const [error, setError] = useState<Error>();

  async function cancel() {
    setAsked(true);
    setError(undefined);
    try {
      await api.cancelRun(run.id);
    } catch (refusal) {
      setError(refusal as Error);
      setAsked(false);
    }
  }

  const isCancelling = isAsked || run.state === 'cancelling';
  const state = isCancelling ? 'cancelling' : run.state;
  const titleKey =
    state === 'queued' || state === 'cancelling'
      ? titles[state]
      : 'run.progress.title';
  return (
    <RunDialogFrame
      title={t(titleKey, { name: title })}
      environment={run.environment}
      isProduction={isProduction}
      remark={t('run.progress.left')}
      buttons={
        <Button variant="secondary" isPending={isCancelling} onPress={cancel}>
          {t('run.progress.cancel')}
        </Button>
      }
    >
      {error && <CancelProblem error={error} />}
      <ProgressBody followed={followed} isCancelling={isCancelling} />
    </RunDialogFrame>
  );
}

function CancelProblem(props: { error: Error }) {
  const { error } = props;
  const { t } = useTranslation();
  const isRefused = responseOf(error).status === 403;
  return (
    <Notice
      tone="none"
      icon={<OutcomeIcon status="error" />}
      title={t(
        isRefused ? 'run.problem.notAllowedCancel' : 'run.problem.cancelFailed',
      )}
      isSpoken
    >
      {isRefused ? (
        t('run.problem.notAllowedCancelText', {
          permission: <code>performance.run.cancel</code>,
        })
      ) : (
        <>
          {refusalText(error)} {t('run.problem.stillRunning')}
        </>
      )}
    </Notice>
  );
}
