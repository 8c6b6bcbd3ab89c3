import type { Run } from '@dynoscope/scorecard';
import { TableTwin } from '../charts/TableTwin';
import { useWidth } from '../charts/useWidth';
import { formatClock, formatNumber } from '@dynoscope/scorecard/format';
import foundations from '../foundations/foundations.module.css';
import { useTranslation } from '../translation/useTranslation';
import { LatencyChart } from './LatencyChart';
import type { LiveSample } from './liveSamples';
import { RateChart } from './RateChart';
import { secondsOf } from './runProgress';

/** Seconds that the table beside the charts keeps. */
const tableSeconds = 30;

/** Latency and rate of the load probe as it goes, over the time that it was planned for. */
export function LiveCharts(props: {
  samples: readonly LiveSample[];
  run: Run;
}) {
  const { samples, run } = props;
  const { t } = useTranslation();
  const { ref, width } = useWidth<HTMLDivElement>(640);
  const newest = samples[samples.length - 1];
  const isNewest = (one: { probe: string; subject: string }) =>
    one.probe === newest.probe && one.subject === newest.subject;
  const planned = run.plan.probes.find(isNewest);
  const step = run.progress.probes.find(isNewest);
  const seconds = (step && secondsOf(step)) ?? planned?.max.seconds ?? 0;
  const drawn = {
    samples,
    width: Math.min(width, 688),
    seconds: Math.max(seconds, newest.elapsedSeconds),
    warmupSeconds: planned?.warmupSeconds ?? 0,
  };
  return (
    <div ref={ref}>
      {newest.p99 === undefined ? (
        <p className={foundations.muted}>{t('run.chart.waiting')}</p>
      ) : (
        <LatencyChart {...drawn} />
      )}
      <RateChart {...drawn} ceiling={planned?.max.rate} />
      <TableTwin
        caption={t('run.chart.table', { seconds: String(tableSeconds) })}
        columns={[
          t('run.chart.second'),
          t('run.chart.phase'),
          t('run.chart.p50Column'),
          t('run.chart.p99Column'),
          t('run.chart.rate'),
        ]}
        rows={samples
          .slice(-tableSeconds)
          .map(({ elapsedSeconds, phase, p50, p99, rate }) => [
            formatClock(Math.floor(elapsedSeconds)),
            t(`run.progress.phases.${phase}`),
            p50 === undefined ? '–' : formatNumber(p50),
            p99 === undefined ? '–' : formatNumber(p99),
            formatNumber(rate),
          ])}
      />
    </div>
  );
}
