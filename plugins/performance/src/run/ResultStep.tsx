import { Button } from '@backstage/ui';
import type { Run } from '@dynoscope/scorecard';
import { useReport } from '../api/useReport';
import { FailedState } from '../foundations/FailedState';
import { OutcomeIcon } from '../foundations/OutcomeIcon';
import { useTranslation } from '../translation/useTranslation';
import { Notice } from './Notice';
import { ReportLink } from './ReportLink';
import { ResultScore } from './ResultScore';
import { RunDialogFrame } from './RunDialogFrame';
import { StepSkeleton } from './StepSkeleton';
import { ValidityNotice } from './ValidityNotice';

/** A run that was scored: the score beside the earlier one, and whether the numbers count. */
export function ResultStep(props: {
  run: Run;
  reportId: string;
  title: string;
  isProduction?: boolean;
  onPlanAgain(): void;
  onClose(): void;
}) {
  const { run, reportId, title, isProduction, onPlanAgain, onClose } = props;
  const { t } = useTranslation();
  const report = useReport(reportId);
  return (
    <RunDialogFrame
      title={t('run.result.title', { name: title })}
      environment={run.environment}
      isProduction={isProduction}
      buttons={
        <>
          <Button variant="secondary" onPress={onClose}>
            {t('run.close')}
          </Button>
          <ReportLink id={reportId} isFocused>
            {t('run.result.openReport')}
          </ReportLink>
        </>
      }
    >
      {report.state === 'loading' && (
        <StepSkeleton text={t('run.result.loading')} />
      )}
      {report.state === 'failed' && (
        <FailedState
          error={report.error}
          onTryAgain={report.reload}
          title={t('run.result.unread')}
        />
      )}
      {report.state === 'ready' && (
        <>
          <ResultScore report={report.value} />
          {run.state === 'partial' && (
            <Notice
              tone="none"
              icon={<OutcomeIcon status="error" />}
              title={t('run.result.partial')}
            >
              {t('run.result.partialText')}
            </Notice>
          )}
          {report.value.validity && (
            <ValidityNotice
              validity={report.value.validity}
              onPlanAgain={onPlanAgain}
            />
          )}
          <p>{report.value.score.summary.text}</p>
        </>
      )}
    </RunDialogFrame>
  );
}
