import chart from '../charts/charts.module.css';
import { Plot, type Frame } from '../charts/Plot';
import { linePath } from '../charts/Sparkline';
import { formatValue } from '@dynoscope/scorecard/format';
import { useTranslation } from '../translation/useTranslation';
import { rateAxis, timeAxis } from './liveAxes';
import type { LiveSample } from './liveSamples';

/** Achieved requests a second under the ceiling of the plan. */
export function RateChart(props: {
  samples: readonly LiveSample[];
  width: number;
  seconds: number;
  ceiling?: number;
}) {
  const { samples, width, seconds, ceiling } = props;
  const { t } = useTranslation();
  const isNarrow = width < 480;
  const frame: Frame = {
    width,
    height: 104,
    left: 46,
    right: isNarrow ? 62 : 72,
    top: 22,
    bottom: 12,
  };
  const highest = Math.max(ceiling ?? 0, ...samples.map(({ rate }) => rate));
  const x = { ...timeAxis(seconds, frame), ticks: [] };
  const y = rateAxis(highest, frame, t('run.chart.rate'));
  const end = frame.width - frame.right;
  const newest = samples[samples.length - 1];
  return (
    <Plot
      frame={frame}
      x={x}
      y={y}
      label={t('run.chart.rateLabel', {
        rate: formatValue(newest.rate, '1/s'),
      })}
    >
      {ceiling !== undefined && ceiling > 0 && (
        <>
          <path
            className={`${chart.seriesQuiet} ${chart.dashed}`}
            d={`M${frame.left} ${y.scale(ceiling)}H${end}`}
          />
          <text x={end + 5} y={y.scale(ceiling) + 4}>
            {t('run.chart.ceiling')}
          </text>
        </>
      )}
      <path
        className={chart.series}
        d={linePath(
          samples.map(({ elapsedSeconds, rate }) => ({
            x: x.scale(elapsedSeconds),
            y: y.scale(rate),
          })),
        )}
      />
    </Plot>
  );
}
