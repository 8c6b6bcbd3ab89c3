import type { Outcome } from '@dynoscope/scorecard';
import { useState } from 'react';
import { outcomeKey } from '../scorecard/rankOutcomes';

/** The row that the reader is led to. */
export interface Visit {
  /** As `outcomeKey` makes it. */
  key: string;
  /** Tells one visit of a row from the next. */
  count: number;
}

/** Leads the reader to the row of a check: it is opened, brought into view and focused. */
export function useVisit() {
  const [visited, setVisited] = useState<Visit>();
  return {
    visited,
    visit: (outcome: Pick<Outcome, 'checkId' | 'subject'>) =>
      setVisited(earlier => ({
        key: outcomeKey(outcome),
        count: (earlier?.count ?? 0) + 1,
      })),
  };
}
