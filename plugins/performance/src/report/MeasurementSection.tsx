import type { Measurement, Report } from '@dynoscope/scorecard';
import {
  formatDay,
  formatInterval,
  formatNumber,
  formatStatistic,
  formatValue,
} from '@dynoscope/scorecard/format';
import { useTranslation } from '../translation/useTranslation';
import styles from './MeasurementTable.module.css';
import { ReportSection } from './ReportSection';

const columns = [
  'metric',
  'value',
  'interval',
  'n',
  'window',
  'source',
  'confidence',
] as const;

/** Every value of a run with all that says how far it can be trusted. Rows stack on a narrow page. */
export function MeasurementSection(props: { report: Report }) {
  const { measurements } = props.report;
  const { t } = useTranslation();
  return (
    <ReportSection
      id="measurements"
      title={t('report.measurements.title')}
      text={t(
        measurements.length > 0
          ? 'report.measurements.text'
          : 'report.measurements.none',
      )}
    >
      {measurements.length > 0 && (
        <table
          className={styles.table}
          aria-label={t('report.measurements.title')}
        >
          <thead>
            <tr>
              {columns.map(column => (
                <th key={column} scope="col" className={styles[column]}>
                  {t(`report.measurements.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {measurements.map(measurement => (
              <MeasurementRow
                key={`${measurement.subject} ${measurement.metric} ${measurement.statistic}`}
                measurement={measurement}
              />
            ))}
          </tbody>
        </table>
      )}
    </ReportSection>
  );
}

function MeasurementRow(props: { measurement: Measurement }) {
  const { measurement } = props;
  const { metric, statistic, subject, value, unit, n, interval } = measurement;
  const { window, source, confidence } = measurement;
  const { t } = useTranslation();
  const cells: Record<Exclude<(typeof columns)[number], 'metric'>, string> = {
    value: formatValue(value, unit),
    interval: interval ? formatInterval(interval, unit) : '–',
    n: formatNumber(n),
    window: `${formatDay(window.start)}, ${clock(window.start)}–${clock(
      window.end,
    )}`,
    source: [source.detail, source.version, source.vantage]
      .filter(Boolean)
      .join(', '),
    confidence: [
      formatValue(Math.round(confidence.value * 100), '%'),
      ...confidence.reasons,
    ].join('; '),
  };
  return (
    <tr>
      <th scope="row" className={styles.metric}>
        <code>{metric}</code> {formatStatistic(statistic)}
        <div className={styles.subject}>{subject}</div>
      </th>
      {(Object.keys(cells) as (keyof typeof cells)[]).map(column => (
        <td key={column} className={styles[column]}>
          <span className={styles.head} aria-hidden="true">
            {t(`report.measurements.${column}`)}
          </span>
          <span>{cells[column]}</span>
        </td>
      ))}
    </tr>
  );
}

/** `14:29:05`, in UTC. */
function clock(time: string): string {
  return time.slice(11, 19);
}
