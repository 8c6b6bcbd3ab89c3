import type { Interval, Status } from '@dynoscope/scorecard';
import styles from './charts.module.css';
import { MarginFrame, MarginSpan, marginWidth } from './MarginFrame';

/** Drawn pixels: the target stands in the middle, and each halving or doubling takes one octave. */
const width = marginWidth;
const middle = width / 2;
const octave = 28.8;

/** Ratio to the target at which the drawing ends. */
export const farthestRatio = 2 ** (middle / octave);

/** Where a value stands: `middle` on its target, right of it when it is better. */
export function marginPosition(
  value: number,
  target: number,
  better: 'lower' | 'higher',
): number {
  const ratio = better === 'lower' ? target / value : value / target;
  if (Number.isNaN(ratio)) {
    return middle;
  }
  const place = middle + octave * Math.log2(Math.max(0, ratio));
  return Math.min(width, Math.max(0, place));
}

/** How far a value is from its target, on the one scale that all checks share; the bar is its interval. */
export function Margin(props: {
  value: number;
  target: number;
  better: 'lower' | 'higher';
  status: Status;
  interval?: Interval;
  label: string;
}) {
  const { value, target, better, status, interval, label } = props;
  const place = marginPosition(value, target, better);
  return (
    <MarginFrame status={status} label={label}>
      <rect className={styles.missed} y="8" width={middle} height="6" />
      <path
        className={styles.hairline}
        d={`M${middle} 11H${width}M${middle - octave} 8v6M${
          middle + octave
        } 8v6`}
      />
      {place === 0 || place === width ? (
        <OffScale isMissed={place === 0} />
      ) : (
        <>
          {interval && (
            <MarginSpan
              from={marginPosition(interval.lower, target, better)}
              to={marginPosition(interval.upper, target, better)}
            />
          )}
          <circle className={styles.mark} cx={place} cy="11" r="4" />
        </>
      )}
      <path className={styles.target} d={`M${middle} 2v18`} />
    </MarginFrame>
  );
}

/** Two arrows at the end of the scale stand for a value beyond it. */
function OffScale(props: { isMissed: boolean }) {
  const { isMissed } = props;
  return (
    <>
      <rect
        className={styles.spanFar}
        x={isMissed ? 0 : middle}
        y="7"
        width={middle}
        height="8"
      />
      <path
        className={styles.mark}
        d="M8 4.5 1 11l7 6.5zM17 4.5 10 11l7 6.5z"
        transform={isMissed ? undefined : `translate(${width} 0) scale(-1 1)`}
      />
    </>
  );
}
