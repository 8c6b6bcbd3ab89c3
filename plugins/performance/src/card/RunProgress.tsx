import { Button } from '@backstage/ui';
import type { Run } from '@dynoscope/scorecard';
import { formatValue } from '@dynoscope/scorecard/format';
import foundations from '../foundations/foundations.module.css';
import { ProgressBar } from '../foundations/ProgressBar';
import { runWords } from '../scorecard/runWords';
import { useActiveRun } from '../scorecard/useActiveRun';
import { useTranslation } from '../translation/useTranslation';
import styles from './RunProgress.module.css';

/** The run that goes on now: what it does, how far it is, and what it has found so far. */
export function RunProgress(props: {
  run: Run;
  onShow: () => void;
  onEnded: () => void;
}) {
  const { onShow, onEnded } = props;
  const { t } = useTranslation();
  const { run, samples, isStale, silentSeconds } = useActiveRun(
    props.run,
    onEnded,
  );
  const words = runWords(run, t);
  const live = samples[samples.length - 1];
  return (
    <>
      <div className={`${foundations.inset} ${foundations.column}`}>
        <span className={styles.head}>
          <b>{words.step}</b>
          <span className={styles.clock}>{words.clock}</span>
        </span>
        <ProgressBar share={words.share} label={words.step} />
        <span className={styles.live}>
          {isStale &&
            t('scorecard.runSilent', { seconds: String(silentSeconds) })}
          {!isStale &&
            live?.p99 !== undefined &&
            t('scorecard.runRate', {
              rate: formatValue(live.rate, '1/s'),
              p99: formatValue(live.p99, 'ms'),
            })}
        </span>
      </div>
      <footer className={styles.footer}>
        <span>
          {run.trigger === 'schedule'
            ? t('card.startedBySchedule')
            : t('card.startedBy', { who: nameOf(run.requestedBy) })}
        </span>
        <Button variant="secondary" onPress={onShow}>
          {t('scorecard.showProgress')}
        </Button>
      </footer>
    </>
  );
}

/** `ana.lima` of `user:default/ana.lima`. */
function nameOf(requester: string): string {
  return requester.slice(requester.lastIndexOf('/') + 1);
}
