import type { Outcome } from '@dynoscope/scorecard';
import { formatInterval, formatNumber } from '@dynoscope/scorecard/format';
import { marginText } from '../foundations/marginText';
import { OutcomeLabel } from '../foundations/OutcomeLabel';
import { outcomeQuantity } from '../foundations/outcomeQuantity';
import { targetText } from '../foundations/targetText';
import { rankOutcomes } from '../scorecard/rankOutcomes';
import { useTranslation } from '../translation/useTranslation';
import styles from './OutcomeTable.module.css';

/** Every outcome of a run that concerns the entity, worst first. Rows stack on a narrow page. */
export function OutcomeTable(props: { outcomes: readonly Outcome[] }) {
  const { outcomes } = props;
  const { t } = useTranslation();
  const shown = rankOutcomes(
    outcomes.filter(({ status }) => status !== 'not-applicable'),
  );
  const level = shown.find(({ interval }) => interval)?.interval?.level ?? 0.95;
  const hasSubjects = new Set(shown.map(({ subject }) => subject)).size > 1;
  if (shown.length === 0) return <p>{t('report.summary.none')}</p>;
  return (
    <table className={styles.table} aria-label={t('report.summary.outcomes')}>
      <thead>
        <tr>
          <th scope="col">{t('report.summary.outcome')}</th>
          <th scope="col">{t('report.summary.check')}</th>
          <th scope="col" className={styles.figure}>
            {t('report.summary.value')}
          </th>
          <th scope="col" className={styles.figure}>
            {t('report.summary.interval', {
              level: formatNumber(level * 100),
            })}
          </th>
          <th scope="col" className={styles.figure}>
            {t('report.summary.target')}
          </th>
          <th scope="col">{t('report.summary.margin')}</th>
        </tr>
      </thead>
      <tbody>
        {shown.map(outcome => (
          <OutcomeRow
            key={`${outcome.checkId} ${outcome.subject}`}
            outcome={outcome}
            hasSubject={hasSubjects}
          />
        ))}
      </tbody>
    </table>
  );
}

function OutcomeRow(props: { outcome: Outcome; hasSubject: boolean }) {
  const { outcome, hasSubject } = props;
  const { status, title, subject, interval, unit, target } = outcome;
  const { t } = useTranslation();
  const quantity = outcomeQuantity(outcome, t);
  const isMissed =
    status === 'fail' || status === 'warn' || status === 'inconclusive';
  return (
    <tr>
      <td className={styles.outcome}>
        <OutcomeLabel status={status} />
      </td>
      <th scope="row" className={styles.check}>
        {title}
        {hasSubject && <div className={styles.subject}>{subject}</div>}
      </th>
      <td className={`${styles.figure} ${styles.value}`}>
        {quantity ? `${quantity.number}\u202f${quantity.unit}`.trim() : '–'}
      </td>
      <td className={`${styles.figure} ${styles.interval}`}>
        {interval && formatInterval(interval, unit)}
      </td>
      <td className={`${styles.figure} ${styles.target}`}>
        {target && targetText(target, unit, t)}
      </td>
      <td
        className={`${styles.margin} ${
          isMissed ? styles.missed : styles.quiet
        }`}
      >
        {marginText(outcome, t) ?? outcome.reason}
        {outcome.needs && (
          <div className={styles.subject}>
            {t('needs', { needs: outcome.needs })}
          </div>
        )}
      </td>
    </tr>
  );
}
