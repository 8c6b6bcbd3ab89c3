import type { Plan } from '@dynoscope/scorecard';
import { formatNumber, formatValue } from '@dynoscope/scorecard/format';
import { OutcomeIcon } from '../foundations/OutcomeIcon';
import { useTranslation } from '../translation/useTranslation';
import { durationText } from './durationText';
import { Notice } from './Notice';
import { planTotals } from './planTotals';

/** What a run adds to what the users of a production service send. */
export function ProductionWarning(props: { plan: Plan }) {
  const { plan } = props;
  const { t } = useTranslation();
  const { loadRate, requests, seconds } = planTotals(plan);
  const time = durationText(seconds);
  return (
    <Notice
      tone="warn"
      icon={<OutcomeIcon status="warn" />}
      title={t('run.production.warning')}
    >
      {loadRate > 0
        ? t('run.production.adds', { rate: formatValue(loadRate, '1/s'), time })
        : t('run.production.addsNoLoad', {
            count: requests,
            requests: formatNumber(requests),
            time,
          })}
    </Notice>
  );
}
