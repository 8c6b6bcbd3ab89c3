import { Button } from '@backstage/ui';
import { useEffect, useRef } from 'react';
import styles from '../foundations/foundations.module.css';
import { isEnded } from '../run/runProgress';
import { useRun } from '../run/useRun';
import { runWords } from '../scorecard/runWords';
import { useTranslation } from '../translation/useTranslation';

/** The run that measures an experiment, while it goes on. */
export function MeasuringLine(props: {
  runId: string;
  onShowRun: (runId: string) => void;
  onEnded: () => void;
}) {
  const { runId, onShowRun, onEnded } = props;
  const { t } = useTranslation();
  const { run } = useRun(runId);
  const newestOnEnded = useRef(onEnded);
  newestOnEnded.current = onEnded;
  const hasEnded = run !== undefined && isEnded(run);
  useEffect(() => {
    if (hasEnded) newestOnEnded.current();
  }, [hasEnded]);
  const words = run && !hasEnded ? runWords(run, t) : undefined;
  return (
    <div className={styles.row}>
      {words && (
        <span className={styles.numeric}>
          {words.step} · {words.clock}
        </span>
      )}
      <Button variant="secondary" onPress={() => onShowRun(runId)}>
        {t('scorecard.showProgress')}
      </Button>
    </div>
  );
}
