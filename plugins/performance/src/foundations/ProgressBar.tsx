import { ProgressBar as AriaProgressBar } from 'react-aria-components';
import styles from './ProgressBar.module.css';

/** How much is done, from 0 to 1. */
export function ProgressBar(props: { share: number; label: string }) {
  const { share, label } = props;
  return (
    <AriaProgressBar
      className={styles.track}
      aria-label={label}
      value={share}
      minValue={0}
      maxValue={1}
    >
      {({ percentage }) => <i style={{ width: `${percentage ?? 0}%` }} />}
    </AriaProgressBar>
  );
}
