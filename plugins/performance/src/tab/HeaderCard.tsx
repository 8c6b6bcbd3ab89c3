import { Button, ButtonLink, Card } from '@backstage/ui';
import { useRouteRef } from '@backstage/core-plugin-api';
import type { Outcome, Scorecard } from '@dynoscope/scorecard';
import { Icon } from '../foundations/Icon';
import type { ReactNode } from 'react';
import { ScoreBar, ScoreKey } from '../charts/ScoreBar';
import { Age } from '../foundations/Age';
import { formatTime } from '@dynoscope/scorecard/format';
import foundations from '../foundations/foundations.module.css';
import { reportRouteRef } from '../routes';
import { mayRun } from '../scorecard/mayRun';
import { worstMended } from '../remedy/worstMended';
import { ScoreFigure } from '../scorecard/ScoreFigure';
import { useTranslation } from '../translation/useTranslation';
import styles from './HeaderCard.module.css';
import { ValidityLabel } from './ValidityLabel';

/** Score, finding and facts: what a tired reader must see first. */
export function HeaderCard(props: {
  scorecard: Scorecard;
  now: number;
  environmentSwitch?: ReactNode;
  onRun: () => void;
  onShowRun: (runId: string) => void;
  onSeeRemedy: (outcome: Outcome) => void;
}) {
  const { scorecard, now, environmentSwitch } = props;
  const { onRun, onShowRun, onSeeRemedy } = props;
  const { t } = useTranslation();
  const reportLink = useRouteRef(reportRouteRef);
  const { activeRun, latestReportId, measuredAt, nextRunAt } = scorecard;
  const { measured, applicable, notApplicable, summary, validity } = scorecard;
  const mended = worstMended(scorecard);
  return (
    <Card className={styles.card} aria-label={t('tab.scorecard')}>
      <div className={styles.score}>
        <div className={styles.figure}>
          <ScoreFigure score={scorecard.score} />
          <div>
            <div className={foundations.strong}>
              {t('scorecard.measured', {
                measured: String(measured),
                applicable: String(applicable),
              })}
            </div>
            {notApplicable > 0 && (
              <div className={`${foundations.small} ${foundations.muted}`}>
                {t('scorecard.notApplicable', {
                  number: String(notApplicable),
                })}
              </div>
            )}
          </div>
        </div>
        <ScoreBar score={scorecard} />
        <ScoreKey score={scorecard} />
      </div>
      <div className={styles.finding}>
        <h2>{summary.title}</h2>
        <p>{summary.text}</p>
        {mended && (
          <Button
            className={styles.see}
            variant="tertiary"
            onPress={() => onSeeRemedy(mended)}
          >
            {t('remedy.see')}
          </Button>
        )}
      </div>
      <div className={styles.side}>
        <dl className={`${foundations.facts} ${styles.facts}`}>
          {environmentSwitch && (
            <>
              <dt>{t('tab.environment')}</dt>
              <dd>{environmentSwitch}</dd>
            </>
          )}
          {measuredAt && (
            <>
              <dt>{t('tab.measured')}</dt>
              <dd>
                <Age time={measuredAt} now={now} />, {formatTime(measuredAt)}
                {nextRunAt &&
                  ` · ${t('tab.next', { time: formatTime(nextRunAt) })}`}
              </dd>
            </>
          )}
          {validity && (
            <>
              <dt>{t('tab.validity')}</dt>
              <dd>
                <ValidityLabel validity={validity} />
              </dd>
            </>
          )}
        </dl>
        <div className={foundations.row}>
          {runAction()}
          {latestReportId && (
            <ButtonLink
              variant="secondary"
              href={reportLink({ id: latestReportId })}
            >
              {t('scorecard.openReport')}
            </ButtonLink>
          )}
        </div>
      </div>
    </Card>
  );

  function runAction() {
    if (activeRun) {
      return (
        <Button variant="primary" onPress={() => onShowRun(activeRun.id)}>
          {t('scorecard.showProgress')}
        </Button>
      );
    }
    return (
      mayRun(scorecard) && (
        <Button
          variant="primary"
          iconStart={<Icon name="play" />}
          onPress={onRun}
        >
          {t('scorecard.runNow')}
        </Button>
      )
    );
  }
}
