import type { Scorecard } from '@dynoscope/scorecard';
import { ScoreBar } from '../charts/ScoreBar';
import { EmptyScorecard } from '../scorecard/EmptyScorecard';
import { ScoreFigure } from '../scorecard/ScoreFigure';
import { useNow } from '../foundations/useNow';
import { agoText } from '../foundations/ageText';
import { useTranslation } from '../translation/useTranslation';
import { RunProgress } from './RunProgress';
import { SummaryFooter } from './SummaryFooter';
import styles from './ScorecardSummary.module.css';
import { WorstOutcomes } from './WorstOutcomes';

/** Score, coverage and the worst outcomes; a run that is going on takes the place of the outcomes. */
export function ScorecardSummary(props: {
  scorecard: Scorecard;
  name: string;
  onRun: () => void;
  onShowRun: (runId: string) => void;
  onRunEnded: () => void;
}) {
  const { scorecard, name, onRun, onShowRun, onRunEnded } = props;
  const { t } = useTranslation();
  const now = useNow();
  const { activeRun, empty, lastRun, measuredAt } = scorecard;
  const progress = activeRun && (
    <RunProgress
      run={activeRun}
      onShow={() => onShowRun(activeRun.id)}
      onEnded={onRunEnded}
    />
  );
  if (empty) {
    return (
      <>
        <EmptyScorecard
          scorecard={scorecard}
          reason={empty}
          name={name}
          onRun={onRun}
        />
        {progress ??
          (lastRun?.error && (
            <p className={styles.parts}>
              {t('card.lastRunFailed', { reason: lastRun.error.message })}
            </p>
          ))}
      </>
    );
  }
  return (
    <>
      <div className={styles.score}>
        <ScoreFigure score={scorecard.score} />
        <div className={styles.coverage}>
          <span className={styles.measured}>
            {t('scorecard.measured', {
              measured: String(scorecard.measured),
              applicable: String(scorecard.applicable),
            })}
          </span>
          <ScoreBar score={scorecard} />
          <span className={styles.parts}>
            {activeRun && measuredAt
              ? t('card.ofRun', { age: agoText(measuredAt, now, t) })
              : (['earned', 'unproven', 'lost'] as const)
                  .map(part =>
                    t(`scorecard.${part}`, { number: String(scorecard[part]) }),
                  )
                  .join(' · ')}
          </span>
        </div>
      </div>
      {progress ?? <WorstOutcomes outcomes={scorecard.outcomes} />}
      {!activeRun && (
        <SummaryFooter scorecard={scorecard} now={now} onRun={onRun} />
      )}
    </>
  );
}
