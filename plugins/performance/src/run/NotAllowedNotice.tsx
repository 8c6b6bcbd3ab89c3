import { Icon } from '../foundations/Icon';
import { useTranslation } from '../translation/useTranslation';
import { Notice } from './Notice';

/** The reader may not start runs: the permission's name, so that they can ask for it. */
export function NotAllowedNotice(props: {
  isProduction?: boolean;
  isSpoken?: boolean;
}) {
  const { isProduction, isSpoken } = props;
  const { t } = useTranslation();
  const permission = isProduction
    ? 'performance.run.create-production'
    : 'performance.run.create';
  return (
    <Notice
      tone="none"
      icon={<Icon name="lock" />}
      title={t('run.problem.notAllowed')}
      isSpoken={isSpoken}
    >
      {t('run.problem.notAllowedText', {
        permission: <code>{permission}</code>,
      })}
    </Notice>
  );
}
