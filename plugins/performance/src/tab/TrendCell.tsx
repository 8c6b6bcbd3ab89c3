import type { Experiment, Outcome } from '@dynoscope/scorecard';
import { formatValue } from '@dynoscope/scorecard/format';
import { Sparkline } from '../charts/Sparkline';
import { targetLine } from '../foundations/targetLine';
import { useTranslation } from '../translation/useTranslation';
import { marksText } from './marksText';

/** Runs that the drawing has room for. */
const slots = 8;

/** The last runs of a check at a glance, with a mark under the first run after each change. */
export function TrendCell(props: {
  outcome: Outcome;
  experiments: readonly Experiment[];
}) {
  const { outcome, experiments } = props;
  const { trend = [], target, unit, stale, lastAttempt } = outcome;
  const { t } = useTranslation();
  const points = trend.slice(-slots);
  if (points.length === 0) {
    return null;
  }
  const values = points.map(({ value }) => value);
  const marks = experiments.flatMap(({ appliedAt }) => {
    const index = points.findIndex(({ at }) => appliedAt && at >= appliedAt);
    return index > 0 || (index === 0 && trend.length === points.length)
      ? [index]
      : [];
  });
  return (
    <Sparkline
      values={values}
      target={target && targetLine(target)?.at}
      isCurrent={!stale && !lastAttempt}
      marks={marks}
      label={[
        t('chart.trendSpoken', {
          count: values.length,
          lowest: formatValue(Math.min(...values), unit),
          highest: formatValue(Math.max(...values), unit),
          newest: formatValue(values[values.length - 1], unit),
        }),
        marks.length > 0 && marksText(experiments, t),
      ]
        .filter(Boolean)
        .join('. ')}
    />
  );
}
