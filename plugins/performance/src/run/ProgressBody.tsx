import type { Run } from '@dynoscope/scorecard';
import { formatClock } from '@dynoscope/scorecard/format';
import foundations from '../foundations/foundations.module.css';
import { OutcomeIcon } from '../foundations/OutcomeIcon';
import { ProgressBar } from '../foundations/ProgressBar';
import { useTranslation } from '../translation/useTranslation';
import { ClientHealth } from './ClientHealth';
import type { FollowedRun } from './followRun';
import { LiveCharts } from './LiveCharts';
import { Notice } from './Notice';
import styles from './Progress.module.css';
import { RunCounts } from './RunCounts';
import { runProgress } from './runProgress';
import { RunSteps } from './RunSteps';
import { SpokenProgress } from './SpokenProgress';
import { stepText } from './stepText';
import { useFocusOnce } from './useFocusOnce';

/** How far a run is, whether its client is healthy, and what it has seen so far. */
export function ProgressBody(props: {
  followed: FollowedRun & { run: Run };
  isCancelling: boolean;
}) {
  const { followed, isCancelling } = props;
  const { run, samples, isStale, silentSeconds } = followed;
  const { t } = useTranslation();
  const top = useFocusOnce<HTMLDivElement>();

  const progress = runProgress(run);
  const newest = samples[samples.length - 1];
  const step = isCancelling ? t('run.progress.cancelling') : stepText(run, t);
  return (
    <>
      {isStale && (
        <Notice
          tone="none"
          icon={<OutcomeIcon status="stale" />}
          title={t('run.progress.stale', { seconds: String(silentSeconds) })}
        />
      )}
      <div ref={top} tabIndex={-1} className={styles.top}>
        <span className={foundations.strong}>{step}</span>
        <span className={`${styles.clock} ${foundations.numeric}`}>
          <strong>{formatClock(progress.elapsedSeconds)}</strong>{' '}
          <span className={foundations.muted}>
            {t('run.progress.ofTotal', {
              total: formatClock(progress.totalSeconds),
            })}
          </span>
        </span>
      </div>
      <ProgressBar share={progress.share} label={t('run.progress.bar')} />
      <div className={newest && styles.columns}>
        {newest && (
          <div className={styles.side}>
            <ClientHealth sample={newest} />
            <RunCounts samples={samples} />
          </div>
        )}
        <RunSteps run={run} />
      </div>
      {newest && <LiveCharts samples={samples} run={run} />}
      <SpokenProgress step={step} newest={newest} />
    </>
  );
}
