import { Card, VisuallyHidden } from '@backstage/ui';
import type { GenerateResponse } from '@dynoscope/scorecard';
import foundations from '../foundations/foundations.module.css';
import { metricName } from '../foundations/metricName';
import { OutcomeIcon } from '../foundations/OutcomeIcon';
import { rangeText } from '../foundations/rangeText';
import { FindingList } from '../lint/FindingList';
import { Notice } from '../run/Notice';
import { useTranslation } from '../translation/useTranslation';
import { ComputedValues } from './ComputedValues';
import styles from './GeneratedPanel.module.css';
import { Preview } from './Preview';
import { problemText } from './problemText';
import type { Generated } from './useGenerated';

/** What the form leads to: values with their arithmetic, findings and the manifests. */
export function GeneratedPanel(props: { generated: Generated }) {
  const { answer, error, isPending } = props.generated;
  const { t } = useTranslation();
  return (
    <Card className={styles.panel} aria-label={t('form.computed')}>
      <header className={styles.head}>
        <h3>{t('form.computed')}</h3>
        <span className={`${foundations.small} ${foundations.muted}`}>
          {t(isPending ? 'form.updating' : 'form.follows')}
        </span>
      </header>
      <VisuallyHidden role="status">
        {!isPending && answer && !error && t('form.updated')}
      </VisuallyHidden>
      {error && (
        <Notice
          tone="fail"
          icon={<OutcomeIcon status="error" />}
          title={t('form.failed')}
          isSpoken
        >
          {problemText(error)}
        </Notice>
      )}
      {!answer && !error && !isPending && (
        <p className={foundations.muted}>{t('form.empty')}</p>
      )}
      {answer && (
        <div
          className={`${styles.answer} ${
            isPending || error ? styles.earlier : ''
          }`}
        >
          <Answer answer={answer} />
        </div>
      )}
    </Card>
  );
}

function Answer(props: { answer: GenerateResponse }) {
  const { answer } = props;
  const { values, remedy, warnings, findings } = answer;
  const { t } = useTranslation();
  const expected = remedy?.expected;
  return (
    <>
      {remedy?.cannot && (
        <Notice
          tone="none"
          icon={<OutcomeIcon status="no-data" />}
          title={t('form.cannot')}
        >
          {remedy.cannot}
        </Notice>
      )}
      <ComputedValues values={values} />
      {expected && (
        <p>
          {t('form.expected', { name: metricName(expected) })}{' '}
          <b className={foundations.strong}>
            {rangeText(expected, expected.unit)}
          </b>
        </p>
      )}
      {warnings.map(warning => (
        <Notice
          key={warning}
          tone="warn"
          icon={<OutcomeIcon status="warn" />}
          title={warning}
        />
      ))}
      <FindingList findings={findings} />
      <Preview answer={answer} />
    </>
  );
}
