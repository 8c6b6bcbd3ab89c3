import type { Experiment, Scorecard } from '@dynoscope/scorecard';
import { Suspense, lazy } from 'react';

const ExperimentSection = lazy(() =>
  import('../experimentExtensions').then(m => ({
    default: m.ExperimentSection,
  })),
);

/** The experiments of an entity, where there are any. */
export function TabExperiments(props: {
  scorecard: Scorecard;
  now: number;
  onShow: (experiment: Experiment) => void;
  onChanged: () => void;
}) {
  const { scorecard, now, onShow, onChanged } = props;
  return scorecard.experiments.length > 0 ? (
    <Suspense fallback={null}>
      <ExperimentSection
        experiments={scorecard.experiments}
        now={now}
        onShow={onShow}
        onChanged={onChanged}
      />
    </Suspense>
  ) : null;
}
