import type { PercentileRow } from '../api/readLoadResult';
import {
  formatInterval,
  formatNumber,
  formatStatistic,
} from '@dynoscope/scorecard/format';
import foundations from '../foundations/foundations.module.css';
import { useTranslation } from '../translation/useTranslation';
import styles from './PercentileTable.module.css';

/** The numbers of a percentile curve, in milliseconds. */
export function PercentileTable(props: {
  percentiles: readonly PercentileRow[];
}) {
  const { percentiles } = props;
  const { t } = useTranslation();
  const hasInterval = percentiles.some(({ interval }) => interval);
  const hasService = percentiles.some(
    ({ serviceTime }) => serviceTime !== undefined,
  );
  return (
    <div>
      <table className={styles.figures} aria-label={t('report.latency.table')}>
        <thead>
          <tr>
            <th scope="col">{t('chart.percentileColumn')}</th>
            <th scope="col">{t('report.latency.latency')}</th>
            {hasInterval && (
              <th scope="col">
                {t('chart.intervalColumn', { level: levelText() })}
              </th>
            )}
            {hasService && (
              <th scope="col">{t('report.latency.serviceTime')}</th>
            )}
          </tr>
        </thead>
        <tbody>
          {percentiles.map(({ statistic, latency, interval, serviceTime }) => (
            <tr key={statistic}>
              <th scope="row">
                {statistic === 'max'
                  ? t('chart.maximum')
                  : formatStatistic(statistic)}
              </th>
              <td className={foundations.strong}>{formatNumber(latency)}</td>
              {hasInterval && (
                <td className={foundations.muted}>
                  {interval && formatInterval(interval)}
                </td>
              )}
              {hasService && (
                <td>
                  {serviceTime === undefined ? '–' : formatNumber(serviceTime)}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      <p className={`${foundations.small} ${foundations.muted}`}>
        {t('report.latency.unit')}
      </p>
    </div>
  );

  function levelText(): string {
    const level = percentiles.find(({ interval }) => interval)?.interval?.level;
    return formatNumber((level ?? 0.95) * 100);
  }
}
