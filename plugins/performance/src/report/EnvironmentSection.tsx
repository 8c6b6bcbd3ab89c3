import type { Report } from '@dynoscope/scorecard';
import { formatNumber } from '@dynoscope/scorecard/format';
import foundations from '../foundations/foundations.module.css';
import { useTranslation } from '../translation/useTranslation';
import styles from './Report.module.css';
import { ReportSection } from './ReportSection';
import { resourceText } from './resourceText';

/** What was measured, and from where. What the service does not say is left out. */
export function EnvironmentSection(props: { report: Report }) {
  const { fingerprint, plan } = props.report;
  const { image, modelUri, revision, replicas, resources, node, collectedBy } =
    fingerprint;
  const { t } = useTranslation();
  const vantages = [...new Set(plan.probes.map(({ vantage }) => vantage))];
  const service: [string, string | undefined][] = [
    [t('report.environment.image'), image],
    [t('report.environment.model'), modelUri],
    [t('report.environment.revision'), revision],
    [
      t('report.environment.replicas'),
      replicas === undefined ? undefined : formatNumber(replicas),
    ],
    [t('report.environment.resources'), resources && resourceText(resources)],
    [t('report.environment.node'), node],
  ];
  const known = service.filter((fact): fact is [string, string] =>
    Boolean(fact[1]),
  );
  return (
    <ReportSection id="environment" title={t('report.environment.title')}>
      {known.length === 0 && (
        <p className={foundations.muted}>{t('report.environment.nothing')}</p>
      )}
      <dl className={styles.facts}>
        {known.map(([name, text]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
        {vantages.length > 0 && (
          <div>
            <dt>{t('report.environment.vantage')}</dt>
            <dd>{vantages.join(', ')}</dd>
          </div>
        )}
        <div>
          <dt>{t('report.environment.collectedBy')}</dt>
          <dd>{collectedBy}</dd>
        </div>
      </dl>
    </ReportSection>
  );
}
