import type { Finding } from '@dynoscope/scorecard';
import { Icon } from '../foundations/Icon';
import { OutcomeIcon } from '../foundations/OutcomeIcon';
import labelStyles from '../foundations/OutcomeLabel.module.css';
import foundations from '../foundations/foundations.module.css';
import { useTranslation } from '../translation/useTranslation';
import styles from './FindingList.module.css';

const tones = {
  error: 'fail',
  warning: 'warn',
  info: 'not-applicable',
} as const;
const order = ['error', 'warning', 'info'] as const;

/** What the linter says about manifests, the most serious first: severity, rule, place, and why it matters. */
export function FindingList(props: { findings: readonly Finding[] }) {
  const { findings } = props;
  const { t } = useTranslation();
  if (findings.length === 0) {
    return (
      <p className={styles.none}>
        <OutcomeIcon status="pass" />
        <b>{t('lint.none')}</b>
      </p>
    );
  }
  const ranked = [...findings].sort(
    (a, b) =>
      order.indexOf(a.severity) - order.indexOf(b.severity) || a.line - b.line,
  );
  return (
    <ul className={styles.findings} aria-label={t('lint.title')}>
      {ranked.map(finding => (
        <li
          key={`${finding.ruleId} ${finding.file} ${finding.line} ${finding.column}`}
        >
          <FindingItem finding={finding} />
        </li>
      ))}
    </ul>
  );
}

function FindingItem(props: { finding: Finding }) {
  const { ruleId, severity, message, why, file, line, guide } = props.finding;
  const { t } = useTranslation();
  const tone = tones[severity];
  return (
    <>
      <div className={foundations.row}>
        <span className={`${labelStyles.label} ${labelStyles[tone]}`}>
          {severity === 'info' ? (
            <Icon name="info" />
          ) : (
            <OutcomeIcon status={severity === 'error' ? 'fail' : 'warn'} />
          )}
          {t(`lint.severity.${severity}`)}
        </span>
        <code>{ruleId}</code>
        <span className={`${foundations.small} ${foundations.muted}`}>
          {t('lint.place', { file, line: String(line) })}
        </span>
      </div>
      <p>{message}</p>
      {why && <p className={styles.why}>{why}</p>}
      {guide && (
        <p className={styles.why}>{t('lint.guide', { section: guide })}</p>
      )}
    </>
  );
}
