import { Alert, Button, VisuallyHidden } from '@backstage/ui';
import type { Run } from '@dynoscope/scorecard';
import { RiLoader4Line } from '@remixicon/react';
import { runWords } from '../scorecard/runWords';
import { useActiveRun } from '../scorecard/useActiveRun';
import { useTranslation } from '../translation/useTranslation';
import styles from './ScorecardBanner.module.css';

/** Says that a run goes on, what it does and how far it is; the rows change when it ends. */
export function RunningBanner(props: {
  run: Run;
  onShow: () => void;
  onEnded: () => void;
}) {
  const { onShow, onEnded } = props;
  const { t } = useTranslation();
  const { run, isStale, silentSeconds } = useActiveRun(props.run, onEnded);
  const { step, clock } = runWords(run, t);
  const title = t('tab.banner.running', { step });
  return (
    <>
      {/* Steps are announced; the clock, which moves each second, is not. */}
      <VisuallyHidden role="status">{title}</VisuallyHidden>
      <Alert
        className={`${styles.banner} ${styles.running}`}
        icon={<RiLoader4Line />}
        title={title}
        description={
          isStale ? (
            t('tab.banner.stalled', { seconds: String(silentSeconds) })
          ) : (
            <span className={styles.clock}>
              {clock}. {t('tab.banner.runningText')}
            </span>
          )
        }
        customActions={
          <Button variant="secondary" onPress={onShow}>
            {t('scorecard.showProgress')}
          </Button>
        }
      />
    </>
  );
}
