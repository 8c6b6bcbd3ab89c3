import type { Validity } from '@dynoscope/scorecard';
import { OutcomeIcon } from '../foundations/OutcomeIcon';
import labelStyles from '../foundations/OutcomeLabel.module.css';
import { useTranslation } from '../translation/useTranslation';

const shapes = {
  valid: 'pass',
  'client-limited': 'warn',
  invalid: 'error',
} as const;

/** Whether the newest run counts: its client may have been the limit. */
export function ValidityLabel(props: { validity: Validity }) {
  const { verdict } = props.validity;
  const { t } = useTranslation();
  const shape = shapes[verdict];
  return (
    <span className={`${labelStyles.label} ${labelStyles[shape]}`}>
      <OutcomeIcon status={shape} />
      {t(`validity.${verdict}`)}
    </span>
  );
}
