import type { Outcome } from '@dynoscope/scorecard';
import { groupOutcomes, outcomeKey } from '../scorecard/rankOutcomes';

const mostOpen = 3;

/** The rows that start open: fails and inconclusives, at most three, in the order of the page. */
export function firstOpen(outcomes: readonly Outcome[]): ReadonlySet<string> {
  return new Set(
    groupOutcomes(outcomes)
      .flatMap(group => group.outcomes)
      .filter(({ status }) => status === 'fail' || status === 'inconclusive')
      .slice(0, mostOpen)
      .map(outcomeKey),
  );
}
