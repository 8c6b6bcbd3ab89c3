import type { Outcome, Score } from '@dynoscope/scorecard';
import { useTranslation } from '../translation/useTranslation';
import styles from './Report.module.css';

/** How the three parts of the score come about, and which checks do not concern the entity. */
export function ScoreExplained(props: {
  score: Score;
  outcomes: readonly Outcome[];
}) {
  const { score, outcomes } = props;
  const { t } = useTranslation();
  const notApplicable = outcomes.filter(
    ({ status }) => status === 'not-applicable',
  );
  return (
    <details className={styles.details}>
      <summary>{t('report.summary.howScore')}</summary>
      <p>
        {t('report.summary.howScoreText', {
          applicable: String(score.applicable),
          earned: String(score.earned),
          unproven: String(score.unproven),
          lost: String(score.lost),
        })}
      </p>
      {notApplicable.length > 0 && (
        <>
          <p>{t('report.summary.notApplicable')}</p>
          <ul>
            {notApplicable.map(({ checkId, subject, title, reason }) => (
              <li key={`${checkId} ${subject}`}>
                {reason ? `${title}: ${reason}` : title}
              </li>
            ))}
          </ul>
        </>
      )}
    </details>
  );
}
