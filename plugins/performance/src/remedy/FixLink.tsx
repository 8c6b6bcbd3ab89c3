import { ButtonLink } from '@backstage/ui';
import type { Remedy } from '@dynoscope/scorecard';
import { Icon } from '../foundations/Icon';
import styles from '../foundations/foundations.module.css';
import { useTranslation } from '../translation/useTranslation';
import { useFixLink } from './useFixLink';

/** Opens the template that makes the change. */
export function FixLink(props: { remedy: Remedy; reportId: string }) {
  const { remedy, reportId } = props;
  const { t } = useTranslation();
  const link = useFixLink(remedy, reportId);
  return link ? (
    <div className={styles.row}>
      <ButtonLink
        variant="primary"
        href={link}
        iconStart={<Icon name="fix" />}
        aria-label={t('remedy.fixOf', { title: remedy.title })}
      >
        {t('remedy.fix')}
      </ButtonLink>
      <span className={`${styles.small} ${styles.muted}`}>
        {t('remedy.opens', { template: remedy.action?.template ?? '' })}
      </span>
    </div>
  ) : null;
}
