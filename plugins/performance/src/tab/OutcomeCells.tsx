import type { Experiment, Outcome } from '@dynoscope/scorecard';
import { Age } from '../foundations/Age';
import { OutcomeLabel } from '../foundations/OutcomeLabel';
import { outcomeQuantity } from '../foundations/outcomeQuantity';
import { targetText } from '../foundations/targetText';
import { useTranslation } from '../translation/useTranslation';
import { MarginCell } from './MarginCell';
import styles from './OutcomeRow.module.css';
import { outcomeNote } from './outcomeNote';
import { TrendCell } from './TrendCell';

/** The line of a check: outcome, check, value, target, margin, last runs, age. */
export function OutcomeCells(props: {
  outcome: Outcome;
  now: number;
  experiments: readonly Experiment[];
}) {
  const { outcome, now, experiments } = props;
  const { t } = useTranslation();
  const { status, stale, title, target, unit, measuredAt, runId } = outcome;
  const quantity = outcomeQuantity(outcome, t);
  const note = outcomeNote(outcome, t);
  return (
    <span className={styles.cells}>
      <span className={styles.outcome}>
        <OutcomeLabel status={status} />
        {stale && (
          <span className={styles.stale}>
            <OutcomeLabel status="stale" />
          </span>
        )}
      </span>
      <span className={styles.check}>
        <span className={styles.name}>{title}</span>
        {note && <span className={styles.note}>{note}</span>}
      </span>
      <span className={styles.value}>
        {quantity ? (
          <>
            <b>{quantity.number}</b>{' '}
            <span className={styles.unit}>{quantity.unit}</span>
          </>
        ) : (
          <span className={styles.unit}>–</span>
        )}
      </span>
      <span className={styles.target}>
        {target && targetText(target, unit, t)}
      </span>
      <span className={styles.margin}>
        <MarginCell outcome={outcome} />
      </span>
      <span className={styles.trend}>
        <TrendCell outcome={outcome} experiments={experiments} />
      </span>
      <span className={styles.when}>
        {runId && <Age time={measuredAt} now={now} isShort />}
      </span>
    </span>
  );
}
