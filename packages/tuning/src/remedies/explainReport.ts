import type {
  Cause,
  Fingerprint,
  Measurement,
  Outcome,
  Remedy,
} from '@dynoscope/scorecard';
import { explainedSummary, worstFirst } from '@dynoscope/scorecard';
import { causes as causeRules } from '../causes';
import { remedies as checkRemedies } from './index';
import { readFacts, type SubjectFacts } from './SubjectFacts';

/**
 * What {@link explainReport} says.
 *
 * @public
 */
export interface Explanation {
  remedies: Remedy[];
  causes: Cause[];
  /** The finding in one sentence, from the worst remedy; `undefined` where nothing is promised. */
  summary?: { title: string; text: string };
}

const missed = ['fail', 'warn'];

/** The outcomes of known checks that miss, or that are undecided. */
function isOpen({ status, stale }: Outcome): boolean {
  return !stale && [...missed, 'inconclusive'].includes(status);
}

/** A remedy for what misses; for what is undecided only one that can be computed. */
function remediesOf(facts: SubjectFacts): Remedy[] {
  return worstFirst(facts.outcomes.filter(isOpen)).flatMap(
    ({ checkId, status }) => {
      const found = checkRemedies.find(each => each.checkId === checkId);
      const remedy = found?.propose(facts);
      if (!remedy) return [];
      return missed.includes(status) || remedy.expected ? [remedy] : [];
    },
  );
}

function causesOf(facts: SubjectFacts): Cause[] {
  const open = facts.outcomes.filter(isOpen).map(({ checkId }) => checkId);
  return causeRules.flatMap(rule => {
    const checkIds = rule.checkIds.filter(id => open.includes(id));
    const explained = checkIds.length > 0 && rule.explain(facts);
    return explained
      ? [{ cause: rule.title, ...explained, checkIds: [...checkIds] }]
      : [];
  });
}

/**
 * Why checks of a report miss and what to change: a remedy for each inference check that fails or warns (and for an
 * undecided one where something can be computed), and the causes behind them. Pure.
 *
 * @public
 */
export function explainReport(options: {
  outcomes: readonly Outcome[];
  measurements: readonly Measurement[];
  fingerprint: Fingerprint;
}): Explanation {
  const subjects = new Set(options.outcomes.map(({ subject }) => subject));
  const each = [...subjects].map(subject => {
    const facts = readFacts({ ...options, subject });
    return { remedies: remediesOf(facts), causes: causesOf(facts) };
  });
  const explained = {
    remedies: each.flatMap(({ remedies }) => remedies),
    causes: each.flatMap(({ causes }) => causes),
  };
  const summary = explainedSummary(options.outcomes, explained);
  return { ...explained, ...(summary && { summary }) };
}
