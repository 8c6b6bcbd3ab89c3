import type { Outcome, Scorecard } from '@dynoscope/scorecard';
import { useReport } from '../api/useReport';
import { experimentsOf } from '../experiment/experimentsOf';
import { CauseList } from '../remedy/CauseList';
import { findCauses, findRemedy } from '../remedy/findRemedy';
import { RemedyPanel } from '../remedy/RemedyPanel';
import { useTranslation } from '../translation/useTranslation';
import { BodyLinks } from './BodyLinks';
import { CheckExperiment } from './CheckExperiment';
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
  onShowRun: (runId: string) => void;
  onChanged: () => void;
}) {
  const { outcome, entityRef, scorecard, onRun, onShowRun, onChanged } = props;
  const { t } = useTranslation();
  const report = useReport(outcome.reportId);
  const { status, why, reason } = outcome;
  const remedy = findRemedy(scorecard, outcome);
  const causes = findCauses(scorecard, outcome);
  const facts = <MeasurementFacts outcome={outcome} report={report} />;
  const isTall =
    status !== 'error' &&
    (remedy !== undefined || experimentsOf(scorecard, outcome).length > 0);
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
              {causes.length > 0 && (
                <>
                  <h5>{t('remedy.cause.title')}</h5>
                  <CauseList causes={causes} />
                </>
              )}
              <EvidencePanel outcome={outcome} report={report} />
              {isTall && <div className={styles.facts}>{facts}</div>}
            </>
          )}
        </div>
        <div className={`${styles.half} ${styles.panels}`}>
          {status === 'inconclusive' && (
            <NeedPanel outcome={outcome} scorecard={scorecard} onRun={onRun} />
          )}
          <CheckExperiment
            outcome={outcome}
            scorecard={scorecard}
            onShowRun={onShowRun}
            onChanged={onChanged}
          />
          {remedy && (
            <RemedyPanel
              remedy={remedy}
              outcome={outcome}
              scorecard={scorecard}
            />
          )}
          {!isTall && facts}
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
