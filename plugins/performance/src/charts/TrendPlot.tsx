import type { Outcome, TrendPoint } from '@dynoscope/scorecard';
import { formatDay, formatNumber, scaleOf } from '@dynoscope/scorecard/format';
import { useTranslation } from '../translation/useTranslation';
import styles from './charts.module.css';
import { Plot, type Frame } from './Plot';
import { linearScale, linearTicks } from './scale';
import { linePath } from './Sparkline';
import { useWidth } from './useWidth';

/** One value over time, from zero, with its target. */
export function TrendPlot(props: {
  points: readonly TrendPoint[];
  unit?: Outcome['unit'];
  target?: number;
  /** Times at which a change came into force. */
  marks?: readonly string[];
  label: string;
}) {
  const { points, unit = '1', target, marks = [], label } = props;
  const { t } = useTranslation();
  const { ref, width } = useWidth<HTMLDivElement>(560);
  const frame: Frame = {
    width: Math.min(width, 640),
    height: 180,
    left: 46,
    right: 56,
    top: 16,
    bottom: 34,
  };
  const values = points.map(point => point.value);
  const highest = Math.max(...values, target ?? 0);
  const shown = scaleOf(highest, unit);
  const ticks = linearTicks(highest / shown.divisor, 4);
  const times = points.map(point => Date.parse(point.at));
  const x = linearScale(
    [times[0], times[times.length - 1]],
    [frame.left, frame.width - frame.right],
  );
  const y = linearScale(
    [0, ticks[ticks.length - 1] * shown.divisor],
    [frame.height - frame.bottom, frame.top],
  );
  const places = points.map((point, index) => ({
    x: x(times[index]),
    y: y(point.value),
  }));
  const end = frame.width - frame.right;
  return (
    <div ref={ref}>
      <Plot
        frame={frame}
        label={label}
        x={{ scale: x, ticks: dayTicks(points), title: 'UTC' }}
        y={{
          scale: y,
          ticks: ticks.map(tick => ({
            at: tick * shown.divisor,
            text: formatNumber(tick),
          })),
          title: shown.unit,
        }}
      >
        {target !== undefined && (
          <>
            <path
              className={`${styles.target} ${styles.dashed}`}
              d={`M${frame.left} ${y(target)}H${end}`}
            />
            <text className={styles.label} x={end + 6} y={y(target) + 4}>
              {t('chart.targetShort')}
            </text>
          </>
        )}
        {marks
          .map(mark => Date.parse(mark))
          .filter(time => time >= times[0] && time <= times[times.length - 1])
          .map(time => (
            <g key={time}>
              <path
                className={styles.changeLine}
                d={`M${x(time)} ${frame.top}V${frame.height - frame.bottom}`}
              />
              <text
                className={styles.label}
                x={x(time)}
                y={frame.top - 4}
                textAnchor="middle"
              >
                {t('experiment.markShort')}
              </text>
            </g>
          ))}
        <path className={styles.series} d={linePath(places)} />
        {places.map((place, index) => (
          <circle
            key={points[index].runId}
            className={styles.now}
            cx={place.x}
            cy={place.y}
            r="2.2"
          />
        ))}
      </Plot>
    </div>
  );
}

/** First and last day; between them the axis needs no words. */
function dayTicks(points: readonly TrendPoint[]) {
  const first = points[0].at;
  const last = points[points.length - 1].at;
  const ends = formatDay(first) === formatDay(last) ? [last] : [first, last];
  return ends.map(at => ({
    at: Date.parse(at),
    text: ends.length === 1 ? at.slice(11, 16) : formatDay(at),
  }));
}
