import { Card } from '@backstage/ui';
import type { Report } from '@dynoscope/scorecard';
import { ScoreBar, ScoreKey } from '../charts/ScoreBar';
import foundations from '../foundations/foundations.module.css';
import { ScoreFigure } from '../scorecard/ScoreFigure';
import { useTranslation } from '../translation/useTranslation';
import { OutcomeTable } from './OutcomeTable';
import styles from './Report.module.css';
import { RunValidity } from './RunValidity';
import { ScoreExplained } from './ScoreExplained';

/** The finding, the score with what is not known, whether the run counts, and every outcome. */
export function ReportSummary(props: { report: Report }) {
  const { report } = props;
  const { score, run, outcomes } = report;
  const { t } = useTranslation();
  const { title, text } = score.summary;
  return (
    <Card className={styles.card}>
      <section
        id="summary"
        className={styles.section}
        aria-label={t('report.sections.summary')}
      >
        <div className={styles.score}>
          <ScoreFigure score={score.score} />
          <div className={foundations.column}>
            <span className={foundations.row}>
              <strong className={foundations.strong}>
                {t('scorecard.measured', {
                  measured: String(score.measured),
                  applicable: String(score.applicable),
                })}
              </strong>
              {score.notApplicable > 0 && (
                <span className={`${foundations.muted} ${foundations.small}`}>
                  {t('scorecard.notApplicable', {
                    number: String(score.notApplicable),
                  })}
                </span>
              )}
            </span>
            <ScoreBar score={score} />
            <ScoreKey score={score} />
          </div>
          <RunValidity validity={report.validity} />
        </div>
        <div className={styles.lead}>
          <h3 className={styles.finding}>{title}</h3>
          <p>{text}</p>
        </div>
        {run.state === 'partial' && <p>{t('report.summary.partial')}</p>}
        {run.error && (
          <p>{t('report.summary.runFailed', { message: run.error.message })}</p>
        )}
        <OutcomeTable outcomes={outcomes} />
        <ScoreExplained score={score} outcomes={outcomes} />
      </section>
    </Card>
  );
}
