import type { Interval } from '@dynoscope/scorecard';
import { formatNumber, scaleOf, type Unit } from '@dynoscope/scorecard/format';
import { useTranslation } from '../translation/useTranslation';
import styles from './charts.module.css';
import { Plot, type Frame } from './Plot';
import { linearScale, linearTicks } from './scale';
import { useWidth } from './useWidth';

/** One measured side. */
export interface PromiseSide {
  name: string;
  value?: number;
  interval?: Pick<Interval, 'lower' | 'upper'>;
  /** The value in words, or that there is none. */
  text: string;
}

/** Two measurements on one scale from zero, with the promised range as a band. */
export function PromisePlot(props: {
  sides: readonly [PromiseSide, PromiseSide];
  promise: { lower: number; upper: number };
  unit: Unit;
  label: string;
}) {
  const { sides, promise, unit, label } = props;
  const { t } = useTranslation();
  const { ref, width } = useWidth<HTMLDivElement>(360);
  const frame: Frame = {
    width: Math.min(width, 520),
    height: 128,
    left: 52,
    right: 96,
    top: 22,
    bottom: 34,
  };
  const highest = Math.max(
    promise.upper,
    ...sides.flatMap(({ value, interval }) => [
      value ?? 0,
      interval?.upper ?? 0,
    ]),
  );
  const shown = scaleOf(highest, unit);
  const ticks = linearTicks(highest / shown.divisor, 4);
  const end = frame.width - frame.right;
  const base = frame.height - frame.bottom;
  const x = linearScale(
    [0, ticks[ticks.length - 1] * shown.divisor],
    [frame.left, end],
  );
  const y = linearScale([-0.5, 1.5], [frame.top, base]);
  const band = { from: x(promise.lower), to: x(promise.upper) };
  return (
    <div ref={ref}>
      <Plot
        frame={frame}
        label={label}
        x={{
          scale: x,
          ticks: ticks.map(tick => ({
            at: tick * shown.divisor,
            text: formatNumber(tick),
          })),
          title: shown.unit,
        }}
        y={{
          scale: y,
          ticks: sides.map(({ name }, index) => ({ at: index, text: name })),
          title: '',
        }}
      >
        <rect
          className={styles.promise}
          x={band.from}
          y={frame.top}
          width={Math.max(2, band.to - band.from)}
          height={base - frame.top}
        />
        <text
          className={styles.halo}
          x={Math.max(frame.left, Math.min(band.from, end - 40))}
          y={frame.top - 6}
        >
          {t('experiment.promised')}
        </text>
        {sides.map((side, index) => (
          <Side key={side.name} side={side} x={x} y={y(index)} end={end} />
        ))}
      </Plot>
    </div>
  );
}

function Side(props: {
  side: PromiseSide;
  x: (value: number) => number;
  y: number;
  end: number;
}) {
  const { side, x, y, end } = props;
  const { value, interval, text } = side;
  return (
    <>
      {interval && (
        <path
          className={styles.interval}
          d={`M${x(interval.lower)} ${y}H${x(interval.upper)}M${x(
            interval.lower,
          )} ${y - 5}v10M${x(interval.upper)} ${y - 5}v10`}
        />
      )}
      {value !== undefined && (
        <circle className={styles.now} cx={x(value)} cy={y} r="4" />
      )}
      <text
        className={value === undefined ? undefined : styles.label}
        x={end + 8}
        y={y + 4}
      >
        {text}
      </text>
    </>
  );
}
