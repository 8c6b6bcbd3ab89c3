import type { ErrorCode } from '@dynoscope/scorecard';
import { Icon } from '../foundations/Icon';
import { OutcomeIcon } from '../foundations/OutcomeIcon';
import { runMessages } from '../translation/run';
import { useTranslation } from '../translation/useTranslation';
import { Notice } from './Notice';
import { sentence } from './refusalText';

/** Whether a page knows what to do about a code of the API. */
export function isRefusalCode(code: string): code is ErrorCode {
  return Object.hasOwn(runMessages.refusal, code);
}

/** Why a run may not start, and what to do about it. */
export function RefusalNotice(props: {
  code: ErrorCode;
  message: string;
  isSpoken?: boolean;
}) {
  const { code, message, isSpoken } = props;
  const { t } = useTranslation();
  const isOff = code === 'killed' || code === 'blackout';
  return (
    <Notice
      tone={isOff ? 'warn' : 'none'}
      icon={isOff ? <Icon name="lock" /> : <OutcomeIcon status="error" />}
      title={t(`run.refusal.${code}.title`)}
      isSpoken={isSpoken}
    >
      {sentence(message)} {t(`run.refusal.${code}.action`)}
    </Notice>
  );
}
