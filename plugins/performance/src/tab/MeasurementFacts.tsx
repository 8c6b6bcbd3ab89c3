import type { Outcome, Report } from '@dynoscope/scorecard';
import type { Loadable } from '../api/useLoadable';
import {
  formatExactTime,
  formatInterval,
  formatNumber,
  formatValue,
  scaleOf,
} from '@dynoscope/scorecard/format';
import { FactList } from '../foundations/FactList';
import styles from '../foundations/foundations.module.css';
import { targetText } from '../foundations/targetText';
import { useTranslation } from '../translation/useTranslation';
import { reportMeasurement } from './reportMeasurement';

/** The value with everything that says how far it can be trusted. */
export function MeasurementFacts(props: {
  outcome: Outcome;
  report: Loadable<Report>;
}) {
  const { outcome, report } = props;
  const { t } = useTranslation();
  const { value, unit, interval, target, targetSource, measuredAt } = outcome;
  const measurement =
    report.state === 'ready'
      ? reportMeasurement(report.value, outcome)
      : undefined;
  const facts: [string, string | undefined][] = [
    [
      t('tab.columns.value'),
      value === undefined ? undefined : formatValue(value, unit),
    ],
    [
      t('chart.intervalColumn', {
        level: formatNumber((interval?.level ?? 0.95) * 100),
      }),
      interval &&
        `${formatInterval(interval, unit)} ${
          scaleOf(interval.upper, unit ?? '1').unit
        }`.trim(),
    ],
    [t('tab.columns.target'), target && targetText(target, unit, t)],
    [t('tab.row.targetSource'), targetSource && sourceText(targetSource)],
    [t('tab.measured'), formatExactTime(measuredAt)],
    [
      t('tab.row.source'),
      measurement &&
        `${measurement.source.detail}, ${t('tab.row.vantage', {
          vantage: measurement.source.vantage,
        })}`,
    ],
    [
      t('tab.row.doubts'),
      measurement?.confidence.reasons.join('; ') || undefined,
    ],
  ];
  return (
    <div className={`${styles.inset} ${styles.column}`}>
      <h5>{t('tab.row.measurement')}</h5>
      <FactList facts={facts} />
    </div>
  );

  function sourceText(source: NonNullable<Outcome['targetSource']>): string {
    const { reference } = source;
    switch (source.kind) {
      case 'annotation':
        return t('tab.row.annotation', { reference });
      case 'configuration':
        return t('tab.row.configuration', { reference });
      default:
        return t('tab.row.guideSection', { reference });
    }
  }
}
