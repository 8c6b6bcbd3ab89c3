import { Button } from '@backstage/ui';
import { responseOf } from '../api/responseOf';
import { Icon } from '../foundations/Icon';
import { OutcomeIcon } from '../foundations/OutcomeIcon';
import { useTranslation } from '../translation/useTranslation';
import { NotAllowedNotice } from './NotAllowedNotice';
import { Notice } from './Notice';
import { isRefusalCode, RefusalNotice } from './RefusalNotice';
import { refusalText } from './refusalText';

/** There is no plan: who may make one, or what went wrong and how to ask again. */
export function PlanProblem(props: {
  error: Error;
  isProduction?: boolean;
  onTryAgain(): void;
}) {
  const { error, isProduction, onTryAgain } = props;
  const { t } = useTranslation();
  const { status, code } = responseOf(error);
  if (code && isRefusalCode(code)) {
    return <RefusalNotice code={code} message={refusalText(error)} />;
  }
  if (status === 403) {
    return <NotAllowedNotice isProduction={isProduction} />;
  }
  if (status === 404) {
    return (
      <Notice
        tone="none"
        icon={<Icon name="lock" />}
        title={t('run.problem.notFound')}
      >
        {t('run.problem.notFoundText')}
      </Notice>
    );
  }
  return (
    <Notice
      tone="none"
      icon={<OutcomeIcon status="error" />}
      title={t('run.problem.planFailed')}
      actions={
        <Button variant="secondary" onPress={onTryAgain}>
          {t('run.tryAgain')}
        </Button>
      }
    >
      {refusalText(error)} {t('run.problem.nothingSent')}
    </Notice>
  );
}
