import type { Outcome } from '@dynoscope/scorecard';
import { Sparkline } from '../charts/Sparkline';
import { formatValue } from '../foundations/format';
import { useTranslation } from '../translation/useTranslation';
import { targetLine } from '../foundations/targetLine';

/** The last runs of a check at a glance. */
export function TrendCell(props: { outcome: Outcome }) {
  const { trend = [], target, unit, stale, lastAttempt } = props.outcome;
  const { t } = useTranslation();
  const values = trend.slice(-8).map(({ value }) => value);
  if (values.length === 0) {
    return null;
  }
  return (
    <Sparkline
      values={values}
      target={target && targetLine(target)?.at}
      isCurrent={!stale && !lastAttempt}
      label={t('chart.trendSpoken', {
        count: values.length,
        lowest: formatValue(Math.min(...values), unit),
        highest: formatValue(Math.max(...values), unit),
        newest: formatValue(values[values.length - 1], unit),
      })}
    />
  );
}
