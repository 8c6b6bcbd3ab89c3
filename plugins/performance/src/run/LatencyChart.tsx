import chart from '../charts/charts.module.css';
import { Plot, type Frame } from '../charts/Plot';
import { linePath } from '../charts/Sparkline';
import { spread } from '../charts/spread';
import { formatNumber, formatValue } from '@dynoscope/scorecard/format';
import { useTranslation } from '../translation/useTranslation';
import { latencyAxis, timeAxis } from './liveAxes';
import type { LiveSample } from './liveSamples';
import styles from './Progress.module.css';

/** P50 and P99 of each second on a log scale; the warm-up is shaded, since it does not count. */
export function LatencyChart(props: {
  samples: readonly LiveSample[];
  width: number;
  seconds: number;
  warmupSeconds: number;
}) {
  const { samples, width, seconds, warmupSeconds } = props;
  const { t } = useTranslation();
  const isNarrow = width < 480;
  const frame: Frame = {
    width,
    height: 210,
    left: 46,
    right: isNarrow ? 62 : 72,
    top: 16,
    bottom: 34,
  };
  const x = timeAxis(seconds, frame);
  const y = latencyAxis(samples, frame, t('run.chart.latency'));
  if (!y) return null;

  const base = frame.height - frame.bottom;
  const lines = (['p50', 'p99'] as const).map(statistic => ({
    statistic,
    points: samples.flatMap(sample => {
      const value = sample[statistic];
      return value === undefined || value <= 0
        ? []
        : [{ x: x.scale(sample.elapsedSeconds), y: y.scale(value), value }];
    }),
  }));
  const names = spread(
    lines.map(({ statistic, points }) => {
      const last = points[points.length - 1];
      const value = last && formatNumber(last.value);
      return {
        statistic,
        x: last?.x ?? 0,
        y: last?.y,
        text: value ? t(`run.chart.${statistic}`, { value }) : '',
      };
    }),
  );
  const newest = samples[samples.length - 1];
  const now = x.scale(newest.elapsedSeconds);
  const shaded = x.scale(Math.min(warmupSeconds, seconds)) - frame.left;
  return (
    <Plot
      frame={frame}
      x={x}
      y={y}
      label={t('run.chart.latencyLabel', {
        p50: formatValue(newest.p50 ?? 0, 'ms'),
        p99: formatValue(newest.p99 ?? 0, 'ms'),
      })}
    >
      {warmupSeconds > 0 && (
        <>
          <rect
            className={styles.warmup}
            x={frame.left}
            y={frame.top}
            width={shaded}
            height={base - frame.top}
          />
          {shaded > 52 && (
            <text x={frame.left + 4} y={base - 6}>
              {t('run.chart.warmup')}
            </text>
          )}
        </>
      )}
      <path className={chart.axis} d={`M${now} ${frame.top}V${base}`} />
      <path className={chart.seriesQuiet} d={linePath(lines[0].points)} />
      <path className={chart.series} d={linePath(lines[1].points)} />
      {names.map(({ statistic, text, x: left, y: top }) => (
        <text
          key={statistic}
          className={statistic === 'p99' ? chart.label : undefined}
          x={left + 5}
          y={top + 4}
        >
          {text}
        </text>
      ))}
    </Plot>
  );
}
