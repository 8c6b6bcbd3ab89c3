import { PercentileCurve } from '../charts/PercentileCurve';
import {
  formatInterval,
  formatNumber,
  formatStatistic,
} from '@dynoscope/scorecard/format';
import foundations from '../foundations/foundations.module.css';
import { targetLine } from '../foundations/targetLine';
import { useTranslation } from '../translation/useTranslation';
import type { SubjectLatency } from './latencyOf';
import { PercentileTable } from './PercentileTable';
import styles from './Report.module.css';
import { ReportSection } from './ReportSection';

/** The curve of one subject beside its numbers. */
export function LatencySection(props: {
  id?: string;
  title: string;
  latency: SubjectLatency;
}) {
  const { id, title, latency } = props;
  const { result, outcome } = latency;
  const { curve, percentiles, succeeded, errors } = result;
  const { t } = useTranslation();
  const target = outcome?.target && targetLine(outcome.target)?.at;
  const failed = errors.reduce((sum, { count }) => sum + count, 0);
  return (
    <ReportSection id={id} title={title} text={countText()}>
      <div className={curve.length > 1 ? styles.two : undefined}>
        {curve.length > 1 && (
          <figure>
            <PercentileCurve
              curve={curve}
              target={target}
              mark={mark()}
              label={label()}
            />
            <figcaption className={foundations.small}>{bracket()}</figcaption>
          </figure>
        )}
        <PercentileTable percentiles={percentiles} />
      </div>
    </ReportSection>
  );

  function countText(): string {
    return [
      succeeded !== undefined &&
        t('report.latency.succeeded', {
          count: succeeded,
          requests: formatNumber(succeeded),
        }),
      failed > 0 &&
        t('report.latency.failed', {
          count: failed,
          requests: formatNumber(failed),
        }),
    ]
      .filter(Boolean)
      .join(' ');
  }

  function mark() {
    if (outcome?.value === undefined || !outcome.statistic) return undefined;
    const { statistic, value, status, interval } = outcome;
    return { statistic, value, status, interval };
  }

  function bracket(): string | undefined {
    const { interval, statistic, unit } = outcome ?? {};
    if (!interval || !statistic) return undefined;
    return t('report.latency.bracket', {
      level: formatNumber(interval.level * 100),
      statistic: formatStatistic(statistic),
      interval: `${formatInterval(interval, unit)}\u202f${unit ?? ''}`,
    });
  }

  function label(): string {
    const said = percentiles.map(
      ({ statistic, latency: value }) =>
        `${formatStatistic(statistic)} ${formatNumber(value)} ms`,
    );
    return [
      t('chart.percentileSpoken', { latency: said.join(', ') }),
      t('chart.percentileSpokenTable'),
    ].join(' ');
  }
}
