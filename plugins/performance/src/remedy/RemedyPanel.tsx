import type { Outcome, Scorecard } from '@dynoscope/scorecard';
import { Arithmetic } from '../foundations/Arithmetic';
import styles from '../foundations/foundations.module.css';
import { useTranslation } from '../translation/useTranslation';
import { FixLink } from './FixLink';
import { RemedyFacts } from './RemedyFacts';
import { RemedyInputs } from './RemedyInputs';

/** What to change so that a check is met: the sentence, the arithmetic, the promise and the way to do it. */
export function RemedyPanel(props: {
  remedy: Scorecard['remedies'][number];
  outcome: Outcome;
  scorecard: Scorecard;
}) {
  const { remedy, outcome, scorecard } = props;
  const { t } = useTranslation();
  const { id, title, text, arithmetic, inputs, cannot, reportId } = remedy;
  const mayFix = scorecard.allowedActions.includes('experiment');
  return (
    <div className={`${styles.inset} ${styles.column}`}>
      <h5>{t('remedy.title', { title })}</h5>
      {text && <p>{text}</p>}
      {cannot && (
        <p>
          <b className={styles.strong}>{t('remedy.cannot')}.</b> {cannot}
        </p>
      )}
      <Arithmetic lines={arithmetic} />
      {inputs.length > 0 && <RemedyInputs inputs={inputs} />}
      <RemedyFacts
        remedy={remedy}
        outcome={outcome}
        record={scorecard.records.find(({ remedy: name }) => name === id)}
      />
      {mayFix && <FixLink remedy={remedy} reportId={reportId} />}
    </div>
  );
}
