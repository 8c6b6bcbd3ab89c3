import type { Interval, Status } from '@dynoscope/scorecard';
import type { CurvePoint } from '../api/readLoadResult';
import { formatNumber, formatStatistic } from '@dynoscope/scorecard/format';
import { useTranslation } from '../translation/useTranslation';
import styles from './charts.module.css';
import { Plot, type Frame } from './Plot';
import { logScale, logTicks, linearScale, percentilePosition } from './scale';
import { linePath } from './Sparkline';
import { spread } from './spread';
import { useWidth } from './useWidth';

/** A percentile that stands out: the one that the check is about. */
export interface CurveMark {
  statistic: string;
  value: number;
  status: Status;
  interval?: Interval;
}

/** Pixels that the name of a mark needs beside it. */
const nameWidth = 84;

/** Pixels between the first two figures of the axis, so that they can be told apart. */
const leastTick = 24;

const percentileTicks = [0, 50, 90, 99, 99.9, 99.99, 99.999];

/** Latency by percentile, with the time the server took, the target and the value that is judged. Milliseconds throughout. */
export function PercentileCurve(props: {
  curve: readonly CurvePoint[];
  target?: number;
  mark?: CurveMark;
  label: string;
}) {
  const { target, mark, label } = props;
  const curve = props.curve.filter(point => point.latency > 0);
  const { t } = useTranslation();
  const { ref, width } = useWidth<HTMLDivElement>(560);
  const isNarrow = width < 480;
  const frame: Frame = {
    width: Math.min(width, 640),
    height: isNarrow ? 220 : 250,
    left: 46,
    right: isNarrow ? 52 : 92,
    top: 14,
    bottom: 34,
  };
  if (curve.length < 2) {
    return null;
  }
  const { x, y } = axes(curve, frame, [
    target,
    mark?.interval?.lower,
    mark?.interval?.upper,
  ]);
  const end = frame.width - frame.right;
  const latency = curve.map(point => ({
    x: x.scale(percentilePosition(point.percentile)),
    y: y.scale(point.latency),
  }));
  const service = curve.flatMap(point =>
    point.serviceTime && point.serviceTime > 0
      ? [
          {
            x: x.scale(percentilePosition(point.percentile)),
            y: y.scale(point.serviceTime),
          },
        ]
      : [],
  );
  const names = spread([
    {
      text: t('chart.latency'),
      y: latency[latency.length - 1]?.y,
      isStrong: true,
    },
    {
      text: t(isNarrow ? 'chart.serviceTimeShort' : 'chart.serviceTime'),
      y: service[service.length - 1]?.y,
      isStrong: false,
    },
    {
      text:
        isNarrow || !mark
          ? t('chart.targetShort')
          : t('chart.target', {
              statistic: formatStatistic(mark.statistic),
              value: formatNumber(target ?? 0),
            }),
      y: target === undefined ? undefined : y.scale(target),
      isStrong: true,
    },
  ]);
  return (
    <div ref={ref}>
      <Plot
        frame={frame}
        label={label}
        x={{ ...x, title: t('chart.percentile') }}
        y={{ ...y, title: t('chart.unit', { unit: 'ms' }) }}
      >
        {target !== undefined && (
          <path
            className={`${styles.target} ${styles.dashed}`}
            d={`M${frame.left} ${y.scale(target)}H${end}`}
          />
        )}
        <path
          className={`${styles.seriesQuiet} ${styles.dashed}`}
          d={linePath(service)}
        />
        <path className={styles.series} d={linePath(latency)} />
        {names.map(name => (
          <text
            key={name.text}
            className={name.isStrong ? styles.label : undefined}
            x={end + 6}
            y={name.y + 4}
          >
            {name.text}
          </text>
        ))}
        {mark && <Mark mark={mark} target={target} x={x.scale} y={y.scale} />}
      </Plot>
    </div>
  );
}

/** The name stands below the curve at the left and above it elsewhere; a target line that would cross it moves it on. */
export function nameHeight(
  place: number,
  isLeft: boolean,
  target: number | undefined,
): number {
  const near = isLeft ? place + 16 : place - 8;
  const isCrossed =
    target !== undefined && target > near - 12 && target < near + 5;
  if (!isCrossed) {
    return near;
  }
  return isLeft ? target + 14 : target - 7;
}

function axes(
  curve: readonly CurvePoint[],
  frame: Frame,
  others: readonly (number | undefined)[],
) {
  const values = [
    ...curve.flatMap(point => [point.latency, point.serviceTime]),
    ...others,
  ].filter((value): value is number => value !== undefined && value > 0);
  const ticks = logTicks(Math.min(...values), Math.max(...values));
  const last = Math.max(...curve.map(point => point.percentile));
  const y = logScale(
    [ticks[0], ticks[ticks.length - 1]],
    [frame.height - frame.bottom, frame.top],
  );
  const x = linearScale(
    [0, percentilePosition(last)],
    [frame.left, frame.width - frame.right],
  );
  return {
    x: {
      scale: x,
      ticks: percentileTicks
        .filter(tick => tick <= last)
        .map(tick => ({ at: percentilePosition(tick), text: String(tick) }))
        .filter(({ at }) => at === 0 || x(at) - x(0) >= leastTick),
    },
    y: {
      scale: y,
      ticks: ticks.map(tick => ({ at: tick, text: formatNumber(tick) })),
    },
  };
}

function Mark(props: {
  mark: CurveMark;
  target?: number;
  x: (position: number) => number;
  y: (value: number) => number;
}) {
  const { mark, target, x, y } = props;
  const percentile = Number(formatStatistic(mark.statistic).slice(1));
  if (!(percentile > 0 && percentile < 100)) {
    return null;
  }
  const place = { x: x(percentilePosition(percentile)), y: y(mark.value) };
  const { interval } = mark;
  const isLeft = place.x < x(0) + nameWidth;
  return (
    <g className={styles[mark.status]}>
      {interval && interval.lower > 0 && (
        <path
          className={styles.interval}
          d={`M${place.x} ${y(interval.lower)}V${y(interval.upper)}M${
            place.x - 5
          } ${y(interval.lower)}h10M${place.x - 5} ${y(interval.upper)}h10`}
        />
      )}
      <circle className={styles.mark} cx={place.x} cy={place.y} r="3.5" />
      <text
        className={`${styles.label} ${styles.halo}`}
        x={isLeft ? place.x + 8 : place.x - 8}
        y={nameHeight(place.y, isLeft, target && y(target))}
        textAnchor={isLeft ? 'start' : 'end'}
      >
        {`${formatStatistic(mark.statistic)} ${formatNumber(mark.value)} ms`}
      </text>
    </g>
  );
}
