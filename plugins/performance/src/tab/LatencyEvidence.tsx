import type { Outcome } from '@dynoscope/scorecard';
import type { LoadResult } from '../api/readLoadResult';
import { PercentileCurve } from '../charts/PercentileCurve';
import { TableTwin } from '../charts/TableTwin';
import {
  formatInterval,
  formatNumber,
  formatStatistic,
} from '@dynoscope/scorecard/format';
import { useTranslation } from '../translation/useTranslation';
import { targetLine } from '../foundations/targetLine';

/** Latency by percentile beside the time the server took, with the value that is judged, and the same as a table. */
export function LatencyEvidence(props: {
  outcome: Outcome;
  result: LoadResult;
}) {
  const { outcome, result } = props;
  const { t } = useTranslation();
  const { value, statistic = '', status, interval } = outcome;
  const target = outcome.target && targetLine(outcome.target)?.at;
  const { curve, percentiles } = result;
  const hasServiceTime = percentiles.some(row => row.serviceTime !== undefined);
  return (
    <>
      <PercentileCurve
        curve={curve}
        target={target}
        mark={
          value === undefined
            ? undefined
            : { statistic, value, status, interval }
        }
        label={label()}
      />
      <TableTwin
        caption={t('chart.percentileTable', { check: outcome.title })}
        columns={[
          t('chart.percentileColumn'),
          t('chart.latencyColumn', { unit: 'ms' }),
          t('chart.intervalColumn', { level: '95' }),
          ...(hasServiceTime
            ? [t('chart.serviceTimeColumn', { unit: 'ms' })]
            : []),
        ]}
        rows={percentiles.map(row => [
          row.statistic === 'max'
            ? t('chart.maximum')
            : formatStatistic(row.statistic),
          formatNumber(row.latency),
          row.interval ? formatInterval(row.interval) : '–',
          ...(hasServiceTime
            ? [
                row.serviceTime === undefined
                  ? '–'
                  : formatNumber(row.serviceTime),
              ]
            : []),
        ])}
      />
    </>
  );

  function label(): string {
    const latency = percentiles
      .map(
        row =>
          `${formatStatistic(row.statistic)} ${formatNumber(row.latency)} ms`,
      )
      .join(', ');
    return [
      t('chart.percentileSpoken', { latency }),
      target !== undefined &&
        t('chart.percentileSpokenTarget', {
          value: `${formatNumber(target)} ms`,
          statistic: formatStatistic(statistic),
        }),
      t('chart.percentileSpokenTable'),
    ]
      .filter(Boolean)
      .join(' ');
  }
}
