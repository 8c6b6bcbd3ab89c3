import type { Score } from '@dynoscope/scorecard';
import { useTranslation } from '../translation/useTranslation';
import styles from './ScoreFigure.module.css';

/** The score in large figures; a dash where nothing is applicable. */
export function ScoreFigure(props: { score: Score['score'] }) {
  const { score } = props;
  const { t } = useTranslation();
  const isScored = score !== null;
  return (
    <span className={styles.figure}>
      <span className={styles.spoken}>
        {isScored
          ? t('scorecard.scoreSpoken', { score: String(score) })
          : t('scorecard.noScore')}
      </span>
      <span aria-hidden="true">
        {isScored ? score : '–'}
        {isScored && <small> {t('scorecard.outOf')}</small>}
      </span>
    </span>
  );
}
