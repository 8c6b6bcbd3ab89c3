import { Button, ButtonLink } from '@backstage/ui';
import { useRouteRef } from '@backstage/core-plugin-api';
import type { Scorecard } from '@dynoscope/scorecard';
import { Icon } from '../foundations/Icon';
import { agoText } from '../foundations/ageText';
import { formatExactTime } from '@dynoscope/scorecard/format';
import { OutcomeIcon } from '../foundations/OutcomeIcon';
import { reportRouteRef } from '../routes';
import { isStale } from '../scorecard/isStale';
import { mayRun } from '../scorecard/mayRun';
import { useTranslation } from '../translation/useTranslation';
import styles from './SummaryFooter.module.css';

/** The age of what the card says, and one action: a run, or the report where no run may start. */
export function SummaryFooter(props: {
  scorecard: Scorecard;
  now: number;
  onRun: () => void;
}) {
  const { scorecard, now, onRun } = props;
  const { t } = useTranslation();
  const reportLink = useRouteRef(reportRouteRef);
  const { measuredAt, latestReportId, enabled } = scorecard;
  const isOld = isStale(scorecard);
  return (
    <footer className={styles.footer}>
      {measuredAt && (
        <time
          className={styles.age}
          dateTime={measuredAt}
          title={formatExactTime(measuredAt)}
        >
          {isOld && <OutcomeIcon status="stale" />}
          {ageSentence(measuredAt)}
        </time>
      )}
      <span className={styles.action}>{action()}</span>
    </footer>
  );

  function ageSentence(time: string): string {
    const age = agoText(time, now, t);
    if (isOld) {
      return t(enabled ? 'card.staleSince' : 'card.staleSincePaused', { age });
    }
    return enabled ? age : `${age}, ${t('card.paused')}`;
  }

  function action() {
    if (mayRun(scorecard)) {
      return (
        <Button
          variant="secondary"
          iconStart={<Icon name="play" />}
          onPress={onRun}
        >
          {t('scorecard.runNow')}
        </Button>
      );
    }
    return (
      latestReportId && (
        <ButtonLink
          variant="secondary"
          iconStart={<Icon name="document" />}
          href={reportLink({ id: latestReportId })}
        >
          {t('scorecard.openReport')}
        </ButtonLink>
      )
    );
  }
}
