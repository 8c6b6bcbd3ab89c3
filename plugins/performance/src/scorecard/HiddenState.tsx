import { Icon } from '../foundations/Icon';
import { EmptyState } from '../foundations/EmptyState';
import { useTranslation } from '../translation/useTranslation';

/** The reader may not read reports here. It says nothing about whether there is one. */
export function HiddenState(props: { owner?: string }) {
  const { owner } = props;
  const { t } = useTranslation();
  const permission = <code>performance.report.read</code>;
  return (
    <EmptyState
      icon={<Icon name="lock" />}
      title={t('scorecard.empty.notAllowed')}
      text={
        owner
          ? t('scorecard.empty.notAllowedOwner', { owner, permission })
          : t('scorecard.empty.notAllowedText', { permission })
      }
    />
  );
}
