import styles from './charts.module.css';
import { linearScale } from './scale';

const width = 200;
const middle = width / 2;
/** Share of the base at which the drawing ends, unless a table needs more. */
const leastEnd = 0.25;
/** Inside this share of the base two values are called the same. */
export const sameBand = 0.05;

/** The end of the scale that all rows of one table share. */
export function differenceEnd(shares: readonly number[]): number {
  return Math.min(1, Math.max(leastEnd, ...shares.map(Math.abs)));
}

/** A relative difference with its interval on a scale around no difference; the grey band counts as the same. */
export function DifferencePlot(props: {
  /** Share of the base, positive where the value grew. */
  share: number;
  interval?: { lower: number; upper: number };
  /** Where the scale ends on both sides. */
  end: number;
  verdict: 'better' | 'worse' | 'same' | 'unclear';
  label: string;
}) {
  const { share, interval, end, verdict, label } = props;
  const scale = linearScale([-end, end], [0, width]);
  const place = (value: number) =>
    Math.round(Math.min(width - 2, Math.max(2, scale(value))) * 10) / 10;
  const tone = { better: 'pass', worse: 'fail', same: '', unclear: '' }[
    verdict
  ];
  return (
    <svg
      className={`${styles.chart} ${styles.difference} ${styles[tone] ?? ''}`}
      width={width}
      height="20"
      viewBox={`0 0 ${width} 20`}
      role="img"
      aria-label={label}
    >
      <rect
        className={styles.missed}
        x={place(-sameBand)}
        y="3"
        width={place(sameBand) - place(-sameBand)}
        height="14"
      />
      <path className={styles.axis} d={`M${middle} 1v18`} />
      {interval && (
        <path
          className={styles.differenceInterval}
          d={`M${place(interval.lower)} 10H${place(interval.upper)}M${place(
            interval.lower,
          )} 6v8M${place(interval.upper)} 6v8`}
        />
      )}
      <circle className={styles.mark} cx={place(share)} cy="10" r="4" />
    </svg>
  );
}
