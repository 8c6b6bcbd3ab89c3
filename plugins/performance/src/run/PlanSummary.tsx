import type { Plan } from '@dynoscope/scorecard';
import {
  formatNumber,
  formatTime,
  formatValue,
} from '@dynoscope/scorecard/format';
import foundations from '../foundations/foundations.module.css';
import { useNow } from '../foundations/useNow';
import { useTranslation } from '../translation/useTranslation';
import { durationText } from './durationText';
import styles from './PlanBody.module.css';
import { planTotals } from './planTotals';

/** Where a plan sends, how long it takes, how much it sends. */
export function PlanSummary(props: { plan: Plan }) {
  const { plan } = props;
  const { t } = useTranslation();
  const now = useNow(10);
  const totals = planTotals(plan);
  const ends = new Date(now + totals.seconds * 1000).toISOString();
  const costs = plan.probes.flatMap(({ cost }) => (cost ? [cost] : []));
  const addresses = new Map(
    plan.probes.map(({ address, allowedBy }) => [address, allowedBy]),
  );
  return (
    <dl className={`${styles.summary} ${foundations.numeric}`}>
      <dt>{t('run.plan.to')}</dt>
      <dd>
        {[...addresses].map(([address, allowedBy]) => (
          <div key={address}>
            <code className={styles.address}>{address}</code>
            <div className={`${foundations.small} ${foundations.muted}`}>
              {allowedBy}
            </div>
          </div>
        ))}
      </dd>
      <dt>{t('run.plan.takes')}</dt>
      <dd>
        <strong>
          {t('run.plan.atMost', { time: durationText(totals.seconds) })}
        </strong>{' '}
        <span className={foundations.muted}>
          {t('run.plan.endsBy', { time: formatTime(ends) })}
        </span>
      </dd>
      <dt>{t('run.plan.sends')}</dt>
      <dd>
        <strong>
          {t('run.plan.sendsRequests', {
            count: totals.requests,
            requests: formatNumber(totals.requests),
          })}
        </strong>
        {totals.bytes > 0 && (
          <>
            {' '}
            {t('run.plan.sendsBytes', {
              bytes: formatValue(totals.bytes, 'bytes'),
            })}
          </>
        )}
        {costs.length > 0 && (
          <span className={foundations.muted}> {costs.join(', ')}</span>
        )}
      </dd>
    </dl>
  );
}
