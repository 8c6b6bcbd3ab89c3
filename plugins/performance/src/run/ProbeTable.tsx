import { Checkbox, VisuallyHidden } from '@backstage/ui';
import type { Plan, ProbePlan } from '@dynoscope/scorecard';
import {
  formatClock,
  formatNumber,
  formatValue,
} from '@dynoscope/scorecard/format';
import foundations from '../foundations/foundations.module.css';
import { useTranslation } from '../translation/useTranslation';
import { durationText } from './durationText';
import styles from './ProbeTable.module.css';
import { probeTitle } from './probeTitle';
import { probesOf } from './usePlan';

/** The probes of a plan, each with a switch to leave it out. */
export function ProbeTable(props: {
  plan: Plan;
  leftOut: readonly string[];
  onProbe(probe: string, isOn: boolean): void;
}) {
  const { plan, leftOut, onProbe } = props;
  const { t } = useTranslation();
  return (
    <table className={styles.table} aria-label={t('run.plan.probes')}>
      <thead>
        <tr>
          <th scope="col">
            <VisuallyHidden>{t('run.plan.use')}</VisuallyHidden>
          </th>
          <th scope="col">{t('run.plan.probe')}</th>
          <th scope="col" className={styles.wide}>
            {t('run.plan.effect')}
          </th>
          <th scope="col" className={styles.figure}>
            {t('run.plan.rate')}
          </th>
          <th scope="col" className={styles.figure}>
            {t('run.plan.time')}
          </th>
        </tr>
      </thead>
      {probesOf(plan).map(id => (
        <tbody
          key={id}
          className={leftOut.includes(id) ? styles.off : undefined}
        >
          {plan.probes
            .filter(({ probe }) => probe === id)
            .map((probe, index) => (
              <ProbeRow
                key={probe.subject}
                probe={probe}
                isOn={!leftOut.includes(id)}
                onChange={index === 0 ? isOn => onProbe(id, isOn) : undefined}
              />
            ))}
        </tbody>
      ))}
    </table>
  );
}

/** One subject of a probe; the switch stands at the first one, since it counts for all of them. */
function ProbeRow(props: {
  probe: ProbePlan;
  isOn: boolean;
  onChange?: (isOn: boolean) => void;
}) {
  const { probe, isOn, onChange } = props;
  const { t } = useTranslation();
  const title = probeTitle(probe, t);
  const { requests, rate, connections, seconds } = probe.max;
  const effect = (
    <span className={styles.effect}>
      {t(`run.plan.effects.${probe.effect}`)}
    </span>
  );
  return (
    <tr>
      <td>
        {onChange && (
          <Checkbox
            aria-label={t('run.plan.useProbe', { probe: title })}
            isSelected={isOn}
            onChange={onChange}
          />
        )}
      </td>
      <td>
        <span className={foundations.strong}>{title}</span>{' '}
        <span className={styles.narrow}>{effect}</span>
        <div className={styles.detail}>
          {[
            probe.subject,
            probe.protocol,
            t('run.plan.connections', {
              count: connections,
              connections: formatNumber(connections),
            }),
            probe.warmupSeconds &&
              t('run.plan.warmup', { time: durationText(probe.warmupSeconds) }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </div>
      </td>
      <td className={styles.wide}>{effect}</td>
      <td className={styles.figure}>
        {t('run.plan.rateAtMost', { rate: formatValue(rate, '1/s') })}
        <div className={styles.detail}>
          {t('run.plan.requests', {
            count: requests,
            requests: formatNumber(requests),
          })}
        </div>
      </td>
      <td className={styles.figure}>{formatClock(seconds)}</td>
    </tr>
  );
}
