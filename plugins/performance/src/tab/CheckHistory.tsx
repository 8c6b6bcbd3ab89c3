import { Skeleton } from '@backstage/ui';
import type { Experiment, Outcome, TrendPoint } from '@dynoscope/scorecard';
import { useTrend } from '../api/useTrend';
import { TableTwin } from '../charts/TableTwin';
import { TrendPlot } from '../charts/TrendPlot';
import { Delayed } from '../foundations/Delayed';
import { FailedState } from '../foundations/FailedState';
import {
  formatExactTime,
  formatInterval,
  formatNumber,
  formatValue,
} from '@dynoscope/scorecard/format';
import { marksText } from './marksText';
import { useTranslation } from '../translation/useTranslation';
import { targetLine } from '../foundations/targetLine';

/** Every value of one check that is kept, over time. */
export function CheckHistory(props: {
  entityRef: string;
  environment: string;
  outcome: Outcome;
  metric: string;
  statistic: string;
  experiments: readonly Experiment[];
}) {
  const { entityRef, environment, outcome, metric, statistic } = props;
  const { experiments } = props;
  const { subject, unit, target, title } = outcome;
  const { t } = useTranslation();
  const trend = useTrend(entityRef, {
    metric,
    statistic,
    subject,
    environment,
  });
  switch (trend.state) {
    case 'loading':
      return (
        <Delayed>
          <Skeleton width="100%" height={180} />
        </Delayed>
      );
    case 'failed':
      return (
        <FailedState
          title={t('tab.row.historyFailed')}
          error={trend.error}
          onTryAgain={trend.reload}
        />
      );
    default:
      return history(trend.value.points);
  }

  function history(points: TrendPoint[]) {
    if (points.length === 0) {
      return <p>{t('tab.row.noHistory')}</p>;
    }
    const values = points.map(point => point.value);
    const marks = marksText(experiments, t);
    return (
      <>
        <TrendPlot
          points={points}
          unit={unit}
          target={target && targetLine(target)?.at}
          marks={experiments.flatMap(({ appliedAt }) => appliedAt ?? [])}
          label={`${title}. ${t('chart.trendSpoken', {
            count: points.length,
            lowest: formatValue(Math.min(...values), unit),
            highest: formatValue(Math.max(...values), unit),
            newest: formatValue(values[values.length - 1], unit),
          })}`}
        />
        {marks && <p>{t('experiment.marks', { marks })}</p>}
        <TableTwin
          caption={t('tab.row.historyOf', { check: title })}
          columns={[
            t('chart.whenColumn'),
            t('chart.valueColumn'),
            t('chart.intervalColumn', { level: '95' }),
            t('chart.requestsColumn'),
          ]}
          rows={[...points]
            .reverse()
            .map(point => [
              formatExactTime(point.at),
              formatValue(point.value, unit),
              point.interval ? formatInterval(point.interval, unit) : '–',
              formatNumber(point.n),
            ])}
        />
      </>
    );
  }
}
