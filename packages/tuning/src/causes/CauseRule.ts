import type { Cause } from '@dynoscope/scorecard';
import type { SubjectFacts } from '../remedies/SubjectFacts';

/** Why checks may miss; `undefined` where the evidence does not say so. */
export interface CauseRule {
  id: string;
  /** What the card says, without a full stop. */
  title: string;
  explain(facts: SubjectFacts): Omit<Cause, 'cause' | 'checkIds'> | undefined;
  /** The checks that it makes miss. */
  checkIds: readonly string[];
}
