import { Card, Link, Skeleton } from '@backstage/ui';
import { useRouteRef } from '@backstage/core-plugin-api';
import type { CheckInfo } from '@dynoscope/scorecard';
import { useChecks } from '../api/useChecks';
import { Delayed } from '../foundations/Delayed';
import { FailedState } from '../foundations/FailedState';
import { catalogRouteRef } from '../routes';
import { useTranslation } from '../translation/useTranslation';
import styles from './CheckList.module.css';
import { CheckTable } from './CheckTable';

/** Where the scorecards are, and what this portal knows to check. */
export function CheckList() {
  const { t } = useTranslation();
  const checks = useChecks();
  const catalogLink = useRouteRef(catalogRouteRef)?.();
  return (
    <div className={styles.page}>
      <p className={styles.lead}>
        {t('page.lead')}{' '}
        {catalogLink && <Link href={catalogLink}>{t('page.catalog')}</Link>}
      </p>
      <h2>{t('page.checks')}</h2>
      {content()}
    </div>
  );

  function content() {
    switch (checks.state) {
      case 'loading':
        return (
          <Delayed>
            <Skeleton width="100%" height={320} />
          </Delayed>
        );
      case 'failed':
        return (
          <Card>
            <FailedState
              title={t('page.failed')}
              error={checks.error}
              onTryAgain={checks.reload}
            />
          </Card>
        );
      default:
        return byCategory(checks.value).map(group => (
          <CheckTable
            key={group[0].category}
            category={group[0].category}
            checks={group}
          />
        ));
    }
  }
}

/** Neighbours of one category, in the order of the guide in which the backend lists them. */
function byCategory(checks: readonly CheckInfo[]): CheckInfo[][] {
  const categories = [...new Set(checks.map(check => check.category))];
  return categories.map(category =>
    checks.filter(check => check.category === category),
  );
}
