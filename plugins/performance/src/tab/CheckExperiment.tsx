import type { Outcome, Scorecard } from '@dynoscope/scorecard';
import { Suspense, lazy } from 'react';
import { isProduction } from '../scorecard/mayRun';
import { experimentsOf } from '../experiment/experimentsOf';

const ExperimentPanel = lazy(() =>
  import('../experimentExtensions').then(m => ({ default: m.ExperimentPanel })),
);

/** The newest experiment on a check, where there is one. */
export function CheckExperiment(props: {
  outcome: Outcome;
  scorecard: Scorecard;
  onShowRun: (runId: string) => void;
  onChanged: () => void;
}) {
  const { outcome, scorecard, onShowRun, onChanged } = props;
  const [newest] = experimentsOf(scorecard, outcome);
  return newest ? (
    <Suspense fallback={null}>
      <ExperimentPanel
        experiment={newest}
        isProduction={isProduction(scorecard)}
        mayChange={scorecard.allowedActions.includes('experiment')}
        onShowRun={onShowRun}
        onChanged={onChanged}
      />
    </Suspense>
  ) : null;
}
