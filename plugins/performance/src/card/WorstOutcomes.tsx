import type { Outcome } from '@dynoscope/scorecard';
import marginStyles from '../foundations/margin.module.css';
import { marginText } from '../foundations/marginText';
import { OutcomeLabel } from '../foundations/OutcomeLabel';
import { outcomeQuantity } from '../foundations/outcomeQuantity';
import {
  countOutcomes,
  outcomeKey,
  rankOutcomes,
} from '../scorecard/rankOutcomes';
import { useTranslation } from '../translation/useTranslation';
import styles from './WorstOutcomes.module.css';

const mostShown = 4;

/** At most four outcomes, worst first, and the others as one line of counts. */
export function WorstOutcomes(props: { outcomes: readonly Outcome[] }) {
  const { t } = useTranslation();
  const ranked = rankOutcomes(
    props.outcomes.filter(outcome => outcome.status !== 'not-applicable'),
  );
  const shown = ranked.slice(0, mostShown);
  const rest = ranked.slice(mostShown);
  const showsPass = shown.some(({ status }) => status === 'pass');
  return (
    <>
      <ul className={styles.list}>
        {shown.map(outcome => (
          <OutcomeLine key={outcomeKey(outcome)} outcome={outcome} />
        ))}
      </ul>
      {rest.length > 0 && <p className={styles.rest}>{restText()}</p>}
    </>
  );

  function restText(): string {
    return countOutcomes(rest)
      .map(({ status, count }) => {
        const number = String(count);
        return status === 'pass' && showsPass
          ? t('card.morePass', { number })
          : t(`counted.${status}`, { number });
      })
      .join(' · ');
  }
}

function OutcomeLine(props: { outcome: Outcome }) {
  const { outcome } = props;
  const { t } = useTranslation();
  const quantity = outcomeQuantity(outcome, t);
  const isMeasure = outcome.value !== undefined;
  return (
    <li>
      <OutcomeLabel status={outcome.status} />
      <span className={styles.title}>
        {outcome.title}{' '}
        {outcome.stale && (
          <span className={styles.stale}>
            <OutcomeLabel status="stale" />
          </span>
        )}
      </span>
      <span className={styles.value}>
        {quantity ? (
          <>
            <b>{quantity.number}</b> <span>{quantity.unit}</span>
          </>
        ) : (
          <span>–</span>
        )}
      </span>
      <span
        className={`${styles.margin} ${
          isMeasure ? marginStyles[outcome.status] ?? '' : ''
        }`}
      >
        {marginText(outcome, t)}
      </span>
    </li>
  );
}
