import type { Status } from '@dynoscope/scorecard';
import { useTranslation } from '../translation/useTranslation';
import { OutcomeIcon } from './OutcomeIcon';
import styles from './OutcomeLabel.module.css';

/** An outcome as shape, word and colour. */
export function OutcomeLabel(props: { status: Status | 'stale' }) {
  const { status } = props;
  const { t } = useTranslation();
  return (
    <span className={`${styles.label} ${styles[status]}`}>
      <OutcomeIcon status={status} />
      {t(`status.${status}`)}
    </span>
  );
}
