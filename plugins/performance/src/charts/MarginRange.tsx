import type { Interval, Status } from '@dynoscope/scorecard';
import styles from './charts.module.css';
import { MarginFrame, MarginSpan, marginWidth } from './MarginFrame';
import { linearScale } from './scale';

const width = marginWidth;

/** Where a value stands in a target with two ends; outside of them is grey. */
export function MarginRange(props: {
  value: number;
  range: readonly [number, number];
  /** The end of the scale, such as 100 for per cent. */
  end?: number;
  status: Status;
  interval?: Interval;
  label: string;
}) {
  const { value, range, status, interval, label } = props;
  const { end = (range[1] * 10) / 9 } = props;
  const scale = linearScale([0, end], [0, width]);
  const place = (one: number) => Math.min(width, Math.max(0, scale(one)));
  const [low, high] = range.map(place);
  return (
    <MarginFrame status={status} label={label}>
      <rect className={styles.missed} y="8" width={low} height="6" />
      <rect
        className={styles.missed}
        x={high}
        y="8"
        width={width - high}
        height="6"
      />
      <path className={styles.hairline} d={`M${low} 11H${high}`} />
      {interval && (
        <MarginSpan from={place(interval.lower)} to={place(interval.upper)} />
      )}
      <circle className={styles.mark} cx={place(value)} cy="11" r="4" />
      <path className={styles.target} d={`M${low} 2v18M${high} 2v18`} />
    </MarginFrame>
  );
}
