import type { Experiment, Status, Verdict } from '@dynoscope/scorecard';
import { Icon } from '../foundations/Icon';
import { OutcomeIcon } from '../foundations/OutcomeIcon';
import styles from '../foundations/OutcomeLabel.module.css';
import { useTranslation } from '../translation/useTranslation';
import { experimentState, type ExperimentState } from './experimentState';
import { experimentStateText } from './experimentText';

/** Colour and shape, as the outcomes have them. */
const verdicts: Record<Verdict, Status> = {
  kept: 'pass',
  exceeded: 'pass',
  missed: 'fail',
  unclear: 'inconclusive',
};
const states: Record<ExperimentState, Status | 'stale' | 'gauge'> = {
  proposed: 'no-data',
  applied: 'stale',
  measuring: 'gauge',
  measured: 'gauge',
  abandoned: 'not-applicable',
  undone: 'not-applicable',
};

/** How far an experiment is, or its verdict: shape, word and colour. */
export function VerdictLabel(props: { experiment: Experiment }) {
  const { experiment } = props;
  const { verdict } = experiment;
  const { t } = useTranslation();
  const state = experimentState(experiment);
  const shape = verdict ? verdicts[verdict] : states[state];
  return (
    <span className={`${styles.label} ${styles[shape] ?? ''}`}>
      {verdict === 'exceeded' || shape === 'gauge' ? (
        <Icon name={shape === 'gauge' ? shape : 'exceeded'} />
      ) : (
        <OutcomeIcon status={shape} />
      )}
      {experimentStateText(experiment, t)}
    </span>
  );
}
