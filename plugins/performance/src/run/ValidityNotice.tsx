import { Button } from '@backstage/ui';
import type { Validity } from '@dynoscope/scorecard';
import { OutcomeIcon } from '../foundations/OutcomeIcon';
import { useTranslation } from '../translation/useTranslation';
import { Notice } from './Notice';
import { sentence } from './refusalText';

const looks = {
  valid: { tone: 'pass', icon: 'pass' },
  'client-limited': { tone: 'warn', icon: 'warn' },
  invalid: { tone: 'none', icon: 'error' },
} as const;

/** Whether the numbers of a run count, and why not. */
export function ValidityNotice(props: {
  validity: Validity;
  onPlanAgain(): void;
}) {
  const { validity, onPlanAgain } = props;
  const { verdict, reasons } = validity;
  const { t } = useTranslation();
  const { tone, icon } = looks[verdict];
  const said = reasons.map(({ message }) => sentence(message)).join(' ');
  return (
    <Notice
      tone={tone}
      icon={<OutcomeIcon status={icon} />}
      title={t(`run.result.validity.${verdict}.title`)}
      actions={
        verdict === 'invalid' && (
          <Button variant="secondary" onPress={onPlanAgain}>
            {t('run.result.changePlan')}
          </Button>
        )
      }
    >
      {said} {t(`run.result.validity.${verdict}.text`)}
    </Notice>
  );
}
