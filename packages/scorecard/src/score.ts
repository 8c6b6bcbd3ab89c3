import { explainedSummary, type Explained } from './explainedSummary';
import type { Outcome, Score } from './outcomeSchema';
import { summarise } from './summary';

/** Points of 1 that an outcome earns; what is stale earns nothing. */
function earnedBy({ status, stale }: Outcome): number {
  if (stale) return 0;
  if (status === 'pass') return 1;
  return status === 'warn' ? 0.5 : 0;
}

/** Whether an outcome could still pass: nothing is known for certain now. */
function isUnproven({ status, stale }: Outcome): boolean {
  if (stale) return true;
  return ['inconclusive', 'no-data', 'error'].includes(status);
}

/** Whole per cents that add to 100; a part that is not nothing never shows as 0. */
function percentages(parts: {
  earned: number;
  unproven: number;
  lost: number;
}): { earned: number; unproven: number; lost: number } {
  const { unproven, lost } = parts;
  const total = parts.earned + unproven + lost;
  const least = (unproven > 0 ? 1 : 0) + (lost > 0 ? 1 : 0);
  const earned = Math.min(
    Math.round((100 * parts.earned) / total),
    100 - least,
  );
  const rest = 100 - earned;
  if (unproven === 0) return { earned, unproven: 0, lost: rest };
  // The larger remainder of the two is rounded up, at a tie that of what is lost.
  const share = (100 * unproven) / total;
  const shown = Math.ceil(share - 0.5);
  const most = rest - (lost > 0 ? 1 : 0);
  const bounded = lost === 0 ? rest : Math.min(most, Math.max(1, shown));
  return { earned, unproven: bounded, lost: rest - bounded };
}

/**
 * The score of a scorecard: pass earns a point, warn half of one, everything else nothing, and nothing is earned by what is
 * stale. So missing evidence never raises it. `score` is `null` when no check applies.
 *
 * `earned`, `unproven` and `lost` are whole per cents that add to 100 (all 0 when no check applies). `earned` equals `score`
 * unless a part that is not nothing would then show as 0. The summary is the finding of the worst remedy, where one is given.
 *
 * @public
 */
export function scoreOutcomes(
  outcomes: readonly Outcome[],
  explained?: Explained,
): Score {
  const applicable = outcomes.filter(
    ({ status }) => status !== 'not-applicable',
  );
  const counts = {
    measured: applicable.filter(
      ({ status }) => status !== 'error' && status !== 'no-data',
    ).length,
    applicable: applicable.length,
    notApplicable: outcomes.length - applicable.length,
    summary:
      (explained && explainedSummary(outcomes, explained)) ??
      summarise(outcomes),
  };
  const total = applicable.length;
  if (total === 0) {
    const nothing = { earned: 0, unproven: 0, lost: 0 };
    return { score: null, scoreRange: null, ...nothing, ...counts };
  }
  const earned = applicable.reduce((sum, each) => sum + earnedBy(each), 0);
  const unproven = applicable.filter(isUnproven).length;
  const score = Math.round((100 * earned) / total);
  return {
    score,
    scoreRange: [score, Math.round((100 * (earned + unproven)) / total)],
    ...percentages({ earned, unproven, lost: total - earned - unproven }),
    ...counts,
  };
}
