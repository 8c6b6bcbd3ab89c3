import { useTranslation } from '../translation/useTranslation';
import styles from './ScoreBar.module.css';

/** The three parts of a score. They add up to 100. */
export interface ScoreParts {
  earned: number;
  unproven: number;
  lost: number;
}

const parts = ['earned', 'unproven', 'lost'] as const;

/** Earned is solid, unproven striped, lost half as high: what is missing stays visible. */
export function ScoreBar(props: { score: ScoreParts }) {
  const { score } = props;
  const { t } = useTranslation();
  return (
    <span className={styles.bar} role="img" aria-label={barText(score, t)}>
      {parts
        .filter(part => score[part] > 0)
        .map(part => (
          <i
            key={part}
            className={styles[part]}
            style={{ flexGrow: score[part] }}
          />
        ))}
    </span>
  );
}

/** The three numbers of a bar, each with the pattern it has there. */
export function ScoreKey(props: { score: ScoreParts }) {
  const { score } = props;
  const { t } = useTranslation();
  return (
    <span className={styles.keys}>
      {parts.map(part => (
        <span key={part} className={styles.key}>
          <i className={`${styles.swatch} ${styles[part]}`} />
          {t(`scorecard.${part}`, { number: String(score[part]) })}
        </span>
      ))}
    </span>
  );
}

function barText(
  { earned, unproven, lost }: ScoreParts,
  t: ReturnType<typeof useTranslation>['t'],
): string {
  return t('scorecard.bar', {
    earned: String(earned),
    unproven: String(unproven),
    lost: String(lost),
  });
}
