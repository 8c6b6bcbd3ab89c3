import type { Expected, Remedy } from '@dynoscope/scorecard';
import type { SubjectFacts } from './SubjectFacts';

/** Values of somebody's choice, by name of the option. */
export type RemedyOptions = Readonly<Record<string, unknown>>;

/** The check that a remedy is for. */
export interface Sought {
  checkId: string;
  /** Whether an expected value is the one that the check judges. */
  judges: Pick<Expected, 'metric' | 'statistic'>;
  /** Value of the check, and the end of its target. */
  target?: number;
}

/** Where an option of a remedy goes in the manifest. */
export interface RemedyOption {
  name: string;
  /** JSON pointer into the object. */
  path: string;
}

/** One way to mend a miss. */
export interface Proposal {
  id: string;
  options: readonly RemedyOption[];
  /** `undefined` where this is not what is wrong; `cannot` in the remedy where it may be and nothing can be computed. */
  propose(
    facts: SubjectFacts,
    sought: Sought,
    options: RemedyOptions,
  ): Remedy | undefined;
}
