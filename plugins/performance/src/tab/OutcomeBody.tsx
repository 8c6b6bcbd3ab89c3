import type { Outcome, Scorecard } from '@dynoscope/scorecard';
import { useReport } from '../api/useReport';
import { useTranslation } from '../translation/useTranslation';
import { BodyLinks } from './BodyLinks';
import { EvidencePanel } from './EvidencePanel';
import { MeasurementFacts } from './MeasurementFacts';
import { NeedPanel } from './NeedPanel';
import styles from './OutcomeBody.module.css';

/** Behind a row: left the reason and the proof, right what was measured and what is missing. */
export function OutcomeBody(props: {
  outcome: Outcome;
  entityRef: string;
  scorecard: Scorecard;
  onRun: () => void;
}) {
  const { outcome, entityRef, scorecard, onRun } = props;
  const { t } = useTranslation();
  const report = useReport(outcome.reportId);
  const { status, why, reason } = outcome;
  return (
    <div className={styles.body}>
      <div className={styles.halves}>
        <div className={styles.half}>
          {status === 'error' ? (
            <Passage title={t('tab.row.happened')} text={reason} />
          ) : (
            <>
              <Passage title={t('tab.row.why')} text={why} />
              <Passage
                title={t('tab.row.known')}
                text={status === 'inconclusive' ? reason : undefined}
              />
              <EvidencePanel outcome={outcome} report={report} />
            </>
          )}
        </div>
        <div className={`${styles.half} ${styles.panels}`}>
          {status === 'inconclusive' && (
            <NeedPanel outcome={outcome} scorecard={scorecard} onRun={onRun} />
          )}
          <MeasurementFacts outcome={outcome} report={report} />
        </div>
      </div>
      <BodyLinks
        outcome={outcome}
        entityRef={entityRef}
        scorecard={scorecard}
      />
    </div>
  );
}

function Passage(props: { title: string; text?: string }) {
  const { title, text } = props;
  return text ? (
    <>
      <h5>{title}</h5>
      <p>{text}</p>
    </>
  ) : null;
}
