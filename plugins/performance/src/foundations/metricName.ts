import { formatStatistic } from '@dynoscope/scorecard/format';

/** A metric and its statistic as they are said: `P50 latency`, `Capacity`. */
export function metricName(of: { metric: string; statistic: string }): string {
  const { metric, statistic } = of;
  const name = metric.slice(metric.indexOf('.') + 1).replace(/_/g, ' ');
  return /^p\d/.test(statistic)
    ? `${formatStatistic(statistic)} ${name}`
    : name.charAt(0).toUpperCase() + name.slice(1);
}
