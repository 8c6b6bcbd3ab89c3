import { Button } from '@backstage/ui';
import type { Outcome, Scorecard } from '@dynoscope/scorecard';
import { Icon } from '../foundations/Icon';
import styles from '../foundations/foundations.module.css';
import { mayRun } from '../scorecard/mayRun';
import { useTranslation } from '../translation/useTranslation';

/** What would make an inconclusive outcome conclusive. */
export function NeedPanel(props: {
  outcome: Outcome;
  scorecard: Scorecard;
  onRun: () => void;
}) {
  const { outcome, scorecard, onRun } = props;
  const { t } = useTranslation();
  return (
    <div className={`${styles.inset} ${styles.column}`}>
      <h5>{t('tab.row.needed')}</h5>
      <p>{outcome.needs ?? t('tab.row.neededUnknown')}</p>
      {mayRun(scorecard) && !scorecard.activeRun && (
        <div className={styles.row}>
          <Button
            variant="primary"
            iconStart={<Icon name="play" />}
            onPress={onRun}
          >
            {t('scorecard.runNow')}
          </Button>
          <span className={`${styles.small} ${styles.muted}`}>
            {t('tab.row.runPlan')}
          </span>
        </div>
      )}
    </div>
  );
}
