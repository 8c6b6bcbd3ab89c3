import { Button } from '@backstage/ui';
import type { Run } from '@dynoscope/scorecard';
import { Icon } from '../foundations/Icon';
import { useTranslation } from '../translation/useTranslation';
import { EndNotice } from './EndNotice';
import { ReportLink } from './ReportLink';
import { RunDialogFrame } from './RunDialogFrame';
import { RunSteps } from './RunSteps';
import { useFocusOnce } from './useFocusOnce';

/** A run that ended without a score: what happened to the service and to the numbers. */
export function EndStep(props: {
  run: Run;
  title: string;
  isProduction?: boolean;
  onPlanAgain(): void;
  onClose(): void;
}) {
  const { run, title, isProduction, onPlanAgain, onClose } = props;
  const { t } = useTranslation();
  const close = useFocusOnce<HTMLButtonElement>();
  return (
    <RunDialogFrame
      title={t(
        run.state === 'cancelled'
          ? 'run.end.titleCancelled'
          : 'run.end.titleFailed',
        { name: title },
      )}
      environment={run.environment}
      isProduction={isProduction}
      buttons={
        <>
          <Button ref={close} variant="secondary" onPress={onClose}>
            {t('run.close')}
          </Button>
          {run.reportId && (
            <ReportLink id={run.reportId} variant="secondary">
              {t('run.end.show')}
            </ReportLink>
          )}
          <Button
            variant="primary"
            iconStart={<Icon name="play" />}
            onPress={onPlanAgain}
          >
            {t('run.end.runNow')}
          </Button>
        </>
      }
    >
      <EndNotice run={run} />
      {run.progress.probes.length > 0 && <RunSteps run={run} />}
    </RunDialogFrame>
  );
}
