import type { ProbePlan, Report } from '@dynoscope/scorecard';
import { formatNumber, formatValue } from '@dynoscope/scorecard/format';
import foundations from '../foundations/foundations.module.css';
import { durationText } from '../run/durationText';
import { probeTitle } from '../run/probeTitle';
import { sentence } from '../run/refusalText';
import { useTranslation } from '../translation/useTranslation';
import { Command } from './Command';
import styles from './Report.module.css';
import { ReportSection } from './ReportSection';

/** The plan in words, and the commands that repeat the measurement anywhere else. */
export function MethodSection(props: { report: Report }) {
  const { plan, commands } = props.report;
  const { t } = useTranslation();
  return (
    <ReportSection id="method" title={t('report.method.title')}>
      <ul className={styles.list}>
        {plan.probes.map(probe => (
          <li key={`${probe.probe} ${probe.subject}`}>
            <strong className={foundations.strong}>
              {probeTitle(probe, t)}
            </strong>{' '}
            {t(`report.method.${probe.effect}`, { subject: probe.subject })}{' '}
            <code className={styles.breaking}>{probe.address}</code>
            <div className={foundations.muted}>{limitsText(probe)}</div>
            {probe.stopRules.length > 0 && (
              <div className={foundations.muted}>
                {t('report.method.stops', {
                  rules: probe.stopRules.map(sentence).join(' '),
                })}
              </div>
            )}
          </li>
        ))}
      </ul>
      {commands.length > 0 ? (
        <>
          <p>{t('report.method.repeat')}</p>
          {commands.map(({ subject, command }) => (
            <Command key={subject} subject={subject} command={command} />
          ))}
        </>
      ) : (
        <p>{t('report.method.noCommand')}</p>
      )}
      <p className={`${foundations.small} ${foundations.muted}`}>
        {t('report.method.planText')}
      </p>
    </ReportSection>
  );

  function limitsText({ protocol, max, warmupSeconds, allowedBy }: ProbePlan) {
    const warmup = warmupSeconds
      ? t('report.method.warmup', { time: durationText(warmupSeconds) })
      : undefined;
    return [
      protocol,
      t('report.method.limits', {
        requests: t('run.plan.requests', {
          count: max.requests,
          requests: formatNumber(max.requests),
        }),
        rate: formatValue(max.rate, '1/s'),
        connections: t('run.plan.connections', {
          count: max.connections,
          connections: formatNumber(max.connections),
        }),
        time: durationText(max.seconds),
      }),
      warmup,
      t('report.method.allowedBy', { who: allowedBy }),
    ]
      .filter(Boolean)
      .join(' · ');
  }
}
