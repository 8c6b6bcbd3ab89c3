import { Button } from '@backstage/ui';
import { responseOf } from '../api/responseOf';
import { OutcomeIcon } from '../foundations/OutcomeIcon';
import { useTranslation } from '../translation/useTranslation';
import { BusyNotice } from './BusyNotice';
import { NotAllowedNotice } from './NotAllowedNotice';
import { Notice } from './Notice';
import { isRefusalCode, RefusalNotice } from './RefusalNotice';
import { refusalText } from './refusalText';

/** The run was not started: why, and what to do. */
export function StartProblem(props: {
  error: Error;
  isProduction?: boolean;
  onShowRun(runId: string): void;
  onPlanAgain(): void;
}) {
  const { error, isProduction, onShowRun, onPlanAgain } = props;
  const { t } = useTranslation();
  const { status, code, runId } = responseOf(error);
  if (runId) {
    return <BusyNotice runId={runId} onShowRun={onShowRun} />;
  }
  if (code && code !== 'invalid' && isRefusalCode(code)) {
    return <RefusalNotice code={code} message={refusalText(error)} isSpoken />;
  }
  if (status === 403) {
    return <NotAllowedNotice isProduction={isProduction} isSpoken />;
  }
  return (
    <Notice
      tone="none"
      icon={<OutcomeIcon status="error" />}
      title={t('run.problem.startFailed')}
      isSpoken
      actions={
        <Button variant="secondary" onPress={onPlanAgain}>
          {t('run.problem.planAgain')}
        </Button>
      }
    >
      {refusalText(error)}
    </Notice>
  );
}
