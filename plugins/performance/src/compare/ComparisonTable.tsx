import type { Comparison } from '@dynoscope/scorecard';
import { DifferencePlot, differenceEnd } from '../charts/DifferencePlot';
import { Icon } from '../foundations/Icon';
import labelStyles from '../foundations/OutcomeLabel.module.css';
import { formatValue } from '@dynoscope/scorecard/format';
import { metricName } from '../foundations/metricName';
import { useTranslation } from '../translation/useTranslation';
import styles from './ComparisonTable.module.css';
import { differenceText, shareText, sharesOf } from './differenceText';

type Row = Comparison['rows'][number];

const tones = {
  better: 'pass',
  worse: 'fail',
  same: 'no-data',
  unclear: 'no-data',
} as const;

/** Each metric of two reports: before, after, the difference with its interval, and the verdict. */
export function ComparisonTable(props: { rows: readonly Row[] }) {
  const { rows } = props;
  const { t } = useTranslation();
  if (rows.length === 0) return <p>{t('compare.none')}</p>;
  const end = differenceEnd(
    rows.flatMap(row => {
      const { share, interval } = sharesOf(row);
      return [share ?? 0, interval?.lower ?? 0, interval?.upper ?? 0];
    }),
  );
  const hasSubjects = new Set(rows.map(({ subject }) => subject)).size > 1;
  return (
    <table
      className={styles.table}
      aria-label={t('report.sections.comparison')}
    >
      <thead>
        <tr>
          <th scope="col">{t('compare.metric')}</th>
          <th scope="col" className={styles.figure}>
            {t('compare.before')}
          </th>
          <th scope="col" className={styles.figure}>
            {t('compare.after')}
          </th>
          <th scope="col" className={styles.figure}>
            {t('compare.difference')}
          </th>
          <th scope="col" className={styles.figure}>
            {t('compare.relative')}
          </th>
          <th scope="col">
            <span className={styles.ends}>
              <span>{t('compare.lower')}</span>
              <span>{t('compare.higher')}</span>
            </span>
          </th>
          <th scope="col">{t('compare.verdictColumn')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(row => (
          <ComparisonRow
            key={`${row.subject} ${row.metric} ${row.statistic}`}
            row={row}
            end={end}
            hasSubject={hasSubjects}
          />
        ))}
      </tbody>
    </table>
  );
}

function ComparisonRow(props: { row: Row; end: number; hasSubject: boolean }) {
  const { row, end, hasSubject } = props;
  const { base, candidate, unit, verdict, reason, subject } = row;
  const { t } = useTranslation();
  const { share, interval } = sharesOf(row);
  return (
    <tr>
      <th scope="row">
        {metricName(row)}
        {hasSubject && <div className={styles.quiet}>{subject}</div>}
      </th>
      <Figure name={t('compare.before')}>
        {formatValue(base.value, unit)}
      </Figure>
      <Figure name={t('compare.after')}>
        {formatValue(candidate.value, unit)}
      </Figure>
      <Figure name={t('compare.difference')}>{differenceText(row, t)}</Figure>
      <Figure name={t('compare.relative')}>
        {share === undefined ? '–' : shareText(share)}
      </Figure>
      <td>
        {share === undefined ? (
          <span className={styles.quiet}>{reason}</span>
        ) : (
          <DifferencePlot
            share={share}
            interval={interval}
            end={end}
            verdict={verdict}
            label={
              interval
                ? t('compare.plot', {
                    change: shareText(share),
                    lower: shareText(interval.lower),
                    upper: shareText(interval.upper),
                  })
                : t('compare.plotExact', { change: shareText(share) })
            }
          />
        )}
      </td>
      <td>
        <span className={`${labelStyles.label} ${labelStyles[tones[verdict]]}`}>
          <Icon name={verdict} />
          {t(`compare.verdict.${verdict}`)}
        </span>
        {reason && share !== undefined && (
          <div className={styles.quiet}>{reason}</div>
        )}
      </td>
    </tr>
  );
}

/** A cell that says its column by itself where the heads are not shown. */
function Figure(props: { name: string; children: string }) {
  const { name, children } = props;
  return (
    <td className={styles.figure}>
      <span className={styles.head} aria-hidden="true">
        {name}{' '}
      </span>
      {children}
    </td>
  );
}
