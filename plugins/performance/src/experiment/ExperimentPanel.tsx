import type { Experiment } from '@dynoscope/scorecard';
import styles from '../foundations/foundations.module.css';
import { useTranslation } from '../translation/useTranslation';
import { BeforeAfter } from './BeforeAfter';
import { ExperimentActions } from './ExperimentActions';
import { ExperimentFacts } from './ExperimentFacts';
import { experimentSentence } from './experimentText';
import { MeasuringLine } from './MeasuringLine';
import { VerdictLabel } from './VerdictLabel';

/** A change, what it promised, and what came of it. */
export function ExperimentPanel(props: {
  experiment: Experiment;
  isProduction: boolean;
  /** Whether the reader may measure again, undo and abandon. */
  mayChange: boolean;
  onShowRun: (runId: string) => void;
  onChanged: () => void;
}) {
  const { experiment, isProduction, mayChange, onShowRun, onChanged } = props;
  const { t } = useTranslation();
  const { title, runId, waiting, state } = experiment;
  const sentence = experimentSentence(experiment, t);
  return (
    <div className={`${styles.inset} ${styles.column}`}>
      <h5>{t('experiment.title', { title })}</h5>
      <div>
        <VerdictLabel experiment={experiment} />
      </div>
      {sentence && <p>{sentence}</p>}
      {waiting && <p>{waiting}</p>}
      {runId && state === 'applied' && (
        <MeasuringLine
          runId={runId}
          onShowRun={onShowRun}
          onEnded={onChanged}
        />
      )}
      <BeforeAfter experiment={experiment} />
      <ExperimentFacts experiment={experiment} />
      <ExperimentActions
        experiment={experiment}
        isProduction={isProduction}
        mayChange={mayChange}
        onChanged={onChanged}
      />
    </div>
  );
}
