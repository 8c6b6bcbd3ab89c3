import type { Validity } from '@dynoscope/scorecard';
import foundations from '../foundations/foundations.module.css';
import { OutcomeIcon } from '../foundations/OutcomeIcon';
import label from '../foundations/OutcomeLabel.module.css';
import { sentence } from '../run/refusalText';
import { useTranslation } from '../translation/useTranslation';
import styles from './Report.module.css';

const shapes = {
  valid: 'pass',
  'client-limited': 'warn',
  invalid: 'error',
} as const;

/** Whether the run counts: its client may have been the limit. */
export function RunValidity(props: { validity?: Validity }) {
  const { validity } = props;
  const { t } = useTranslation();
  if (!validity) {
    return (
      <p className={`${foundations.muted} ${foundations.small}`}>
        {t('report.summary.noValidity')}
      </p>
    );
  }
  const { verdict, reasons } = validity;
  const shape = shapes[verdict];
  return (
    <div className={styles.validity}>
      <span className={`${label.label} ${label[shape]}`}>
        <OutcomeIcon status={shape} />
        {t(`report.summary.validity.${verdict}`)}
      </span>
      <p className={`${foundations.muted} ${foundations.small}`}>
        {reasons.length > 0
          ? reasons.map(({ message }) => sentence(message)).join(' ')
          : t('report.summary.validText')}
      </p>
    </div>
  );
}
