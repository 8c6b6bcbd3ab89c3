import { formatNumber, formatValue } from '@dynoscope/scorecard/format';
import foundations from '../foundations/foundations.module.css';
import { OutcomeIcon } from '../foundations/OutcomeIcon';
import { useTranslation } from '../translation/useTranslation';
import { healthOf } from './healthOf';
import type { LiveSample } from './liveSamples';
import styles from './Progress.module.css';

const titles = {
  healthy: 'run.progress.clientHealthy',
  limited: 'run.progress.clientLimited',
  unknown: 'run.progress.client',
} as const;

/** Whether Dynoscope itself keeps up, with its limits: it decides whether the rest counts. */
export function ClientHealth(props: { sample: LiveSample }) {
  const { sample } = props;
  const { clientBusy, latenessP99, unsent, limits } = sample;
  const { t } = useTranslation();
  const health = healthOf(sample);
  const rows = [
    latenessP99 !== undefined && {
      name: t('run.progress.late'),
      value: formatValue(latenessP99, 'ms'),
      limit: limits?.latenessP99 && formatValue(limits.latenessP99, 'ms'),
    },
    {
      name: t('run.progress.busy'),
      value: formatValue(Math.round(clientBusy * 100), '%'),
      limit: limits && formatValue(Math.round(limits.clientBusy * 100), '%'),
    },
    unsent !== undefined && {
      name: t('run.progress.unsent'),
      value: formatNumber(unsent),
      limit: '0',
    },
  ];
  return (
    <div className={foundations.inset}>
      <h3 className={styles[health]}>
        {health !== 'unknown' && (
          <OutcomeIcon status={health === 'healthy' ? 'pass' : 'warn'} />
        )}
        <span>{t(titles[health])}</span>
      </h3>
      <table className={styles.health}>
        <tbody>
          {rows.map(
            row =>
              row && (
                <tr key={row.name}>
                  <th scope="row">{row.name}</th>
                  <td className={foundations.strong}>{row.value}</td>
                  <td className={foundations.muted}>
                    {row.limit && t('run.progress.limit', { limit: row.limit })}
                  </td>
                </tr>
              ),
          )}
        </tbody>
      </table>
    </div>
  );
}
