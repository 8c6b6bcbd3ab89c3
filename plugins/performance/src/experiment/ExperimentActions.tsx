import type { Experiment } from '@dynoscope/scorecard';
import { formatExactTime } from '@dynoscope/scorecard/format';
import { responseOf } from '../api/responseOf';
import styles from '../foundations/foundations.module.css';
import { useTranslation } from '../translation/useTranslation';
import { ConfirmedButton } from './ConfirmedButton';
import { experimentRights } from './experimentRights';
import { MeasureButton } from './MeasureButton';

/** What can be done with an experiment: measure it again, undo it, end it. */
export function ExperimentActions(props: {
  experiment: Experiment;
  isProduction: boolean;
  mayChange: boolean;
  onChanged: () => void;
}) {
  const { experiment, isProduction, mayChange, onChanged } = props;
  const { id, undo } = experiment;
  const { t } = useTranslation();
  const rights = experimentRights(experiment);
  return (
    <>
      <p className={`${styles.small} ${styles.muted}`}>
        {undo.undoneAt
          ? t('experiment.undoneAt', { time: formatExactTime(undo.undoneAt) })
          : undo.text}
      </p>
      {mayChange && (
        <div className={styles.row}>
          {rights.measure && (
            <MeasureButton
              experiment={experiment}
              isProduction={isProduction}
              onChanged={onChanged}
            />
          )}
          {rights.undo && undoButton()}
          {rights.abandon && abandonButton()}
        </div>
      )}
    </>
  );

  function undoButton() {
    return (
      <ConfirmedButton
        label={t('experiment.undo')}
        title={t('experiment.undoTitle')}
        text={undo.text}
        confirm={t('experiment.undoNow')}
        cancel={t('experiment.keepChange')}
        failureTitle={error =>
          error && responseOf(error).status === 409
            ? t('experiment.undoConflict')
            : t('experiment.undoFailed')
        }
        act={performance => performance.undoExperiment(id)}
        onDone={onChanged}
      />
    );
  }

  function abandonButton() {
    return (
      <ConfirmedButton
        label={t('experiment.abandon')}
        title={t('experiment.abandonTitle')}
        text={t('experiment.abandonText')}
        confirm={t('experiment.abandonNow')}
        cancel={t('experiment.goOn')}
        failureTitle={() => t('experiment.abandonFailed')}
        act={performance => performance.abandonExperiment(id)}
        onDone={onChanged}
      />
    );
  }
}
