import { useApi } from '@backstage/core-plugin-api';
import type { Report } from '@dynoscope/scorecard';
import { performanceApiRef } from '../api/performanceApiRef';
import { useLoadable } from '../api/useLoadable';
import { ScoreBar, ScoreKey } from '../charts/ScoreBar';
import { formatDay } from '@dynoscope/scorecard/format';
import foundations from '../foundations/foundations.module.css';
import { ScoreFigure } from '../scorecard/ScoreFigure';
import { useTranslation } from '../translation/useTranslation';
import styles from './Result.module.css';

/** The score of a report, with that of the report before. */
export function ResultScore(props: { report: Report }) {
  const { report } = props;
  const { entityRef, environment, id, score } = report;
  const { t } = useTranslation();
  const api = useApi(performanceApiRef);
  const reports = useLoadable(id, signal =>
    api.listReports(entityRef, { environment, limit: 5, signal }),
  );
  return (
    <div className={styles.score}>
      <ScoreFigure score={score.score} />
      <div className={styles.parts}>
        <span className={foundations.row}>
          <strong>
            {t('run.result.measured', {
              measured: String(score.measured),
              applicable: String(score.applicable),
            })}
          </strong>
          <span className={`${foundations.muted} ${foundations.small}`}>
            {earlierText()}
          </span>
        </span>
        <ScoreBar score={score} />
        <ScoreKey score={score} />
      </div>
    </div>
  );

  function earlierText(): string | undefined {
    if (reports.state !== 'ready') return undefined;
    const earlier = reports.value.items.find(
      item => item.id !== id && item.createdAt <= report.createdAt,
    );
    if (!earlier) return t('run.result.firstReport');
    return t('run.result.earlier', {
      score: earlier.score === null ? '–' : String(earlier.score),
      measured: String(earlier.measured),
      applicable: String(earlier.applicable),
      date: formatDay(earlier.createdAt),
    });
  }
}
