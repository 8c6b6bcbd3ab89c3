import type { Outcome, Scorecard } from '@dynoscope/scorecard';
import { rankOutcomes } from '../scorecard/rankOutcomes';
import { findRemedy } from './findRemedy';

/** The worst outcome that a remedy was computed for. */
export function worstMended(scorecard: Scorecard): Outcome | undefined {
  return rankOutcomes(scorecard.outcomes).find(outcome => {
    const remedy = findRemedy(scorecard, outcome);
    return remedy && !remedy.cannot;
  });
}
