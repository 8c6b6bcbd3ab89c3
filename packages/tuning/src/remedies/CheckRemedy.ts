import type { Outcome, Remedy } from '@dynoscope/scorecard';
import type { Proposal, RemedyOptions, Sought } from './Proposal';
import { mostOf, type SubjectFacts } from './SubjectFacts';

/** What is changed when one check misses. */
export interface CheckRemedy {
  checkId: string;
  /** What it may propose; the first one that fits is taken. */
  proposals: readonly Proposal[];
  propose(facts: SubjectFacts): Remedy;
  /** As one of the proposals, with values of somebody's choice; `undefined` where it does not fit. */
  recompute(
    facts: SubjectFacts,
    proposal: Proposal,
    options: RemedyOptions,
  ): Remedy | undefined;
}

function leastOf({ target }: Outcome): number | undefined {
  if (!target) return undefined;
  if ('above' in target) return target.above;
  return 'atLeast' in target ? target.atLeast : undefined;
}

/** A remedy that takes the first proposal that can be computed, else the first that says why it cannot. */
export function checkRemedy(definition: {
  checkId: string;
  judges: Sought['judges'];
  proposals: readonly Proposal[];
  /** Title and sentence where no proposal fits. */
  otherwise(facts: SubjectFacts): { title: string; cannot: string };
}): CheckRemedy {
  const { checkId, judges, proposals, otherwise } = definition;
  const seek = ({ outcomes }: SubjectFacts): Sought => {
    const outcome = outcomes.find(each => each.checkId === checkId);
    const target = outcome && (mostOf(outcome.target) ?? leastOf(outcome));
    return { checkId, judges, target };
  };
  return {
    checkId,
    proposals,
    recompute: (facts, proposal, options) =>
      proposal.propose(facts, seek(facts), options),
    propose(facts) {
      const sought = seek(facts);
      const proposed = proposals.flatMap(
        proposal => proposal.propose(facts, sought, {}) ?? [],
      );
      return (
        proposed.find(({ expected }) => expected !== undefined) ??
        proposed[0] ?? {
          id: `explain-${checkId}`,
          checkId,
          subject: facts.subject,
          ...otherwise(facts),
          arithmetic: [],
          inputs: [],
          changes: [],
        }
      );
    },
  };
}
