import styles from './charts.module.css';
import { linearScale } from './scale';

const slots = 8;
const left = 4;
const right = 100;

/** The last runs, newest at the right. The dashes are the target, the dot is now. */
export function Sparkline(props: {
  values: readonly number[];
  target?: number;
  /** Whether the newest value is what counts now; without it, later runs measured nothing. */
  isCurrent: boolean;
  /** Positions of the runs that came first after a change. */
  marks?: readonly number[];
  label: string;
}) {
  const { values, target, isCurrent, marks = [], label } = props;
  const shown = values.slice(-slots);
  const all = target === undefined ? shown : [...shown, target];
  const height = linearScale([Math.min(...all), Math.max(...all)], [20, 4]);
  const place = linearScale([0, slots - 1], [left, right]);
  const points = shown.map((value, index) => ({
    x: round(place(slots - shown.length + index)),
    y: round(height(value)),
  }));
  const newest = points[points.length - 1];
  return (
    <svg
      className={styles.chart}
      width="104"
      height="30"
      viewBox="0 0 104 30"
      role="img"
      aria-label={label}
    >
      {target !== undefined && (
        <path
          className={`${styles.axis} ${styles.dashed}`}
          d={`M0 ${round(height(target))}H104`}
        />
      )}
      <path className={styles.seriesQuiet} d={linePath(points)} />
      {marks.map(index => (
        <path
          key={index}
          className={styles.change}
          d={`M${points[index].x} 23l3.6 6h-7.2z`}
        />
      ))}
      {isCurrent && newest && (
        <circle className={styles.now} cx={newest.x} cy={newest.y} r="2.6" />
      )}
    </svg>
  );
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

/** The path through `points`, straight from one to the next. */
export function linePath(points: readonly { x: number; y: number }[]): string {
  return points
    .map(({ x, y }, index) => `${index ? 'L' : 'M'}${round(x)} ${round(y)}`)
    .join('');
}
