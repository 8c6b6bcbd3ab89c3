import type { Category, Outcome, Status } from '@dynoscope/scorecard';

/** Worst first. A stale outcome comes before a pass that is not. */
const urgency: Record<Status, number> = {
  fail: 0,
  warn: 1,
  inconclusive: 2,
  error: 3,
  'no-data': 4,
  pass: 6,
  'not-applicable': 7,
};

/** The order of the guide. */
const guideOrder: Record<Category, number> = {
  inference: 0,
  training: 1,
  gpu: 2,
  database: 3,
  storage: 4,
  network: 5,
  kubernetes: 6,
};

function rank(outcome: Outcome): number {
  return outcome.status === 'pass' && outcome.stale
    ? urgency.pass - 1
    : urgency[outcome.status];
}

/** Outcomes, worst first; within one status the smallest margin first. */
export function rankOutcomes(outcomes: readonly Outcome[]): Outcome[] {
  return [...outcomes].sort(
    (a, b) => rank(a) - rank(b) || (a.margin ?? 0) - (b.margin ?? 0),
  );
}

/** How many outcomes have each status, worst first; a status that none has is left out. */
export function countOutcomes(
  outcomes: readonly Outcome[],
): { status: Status; count: number }[] {
  return (Object.keys(urgency) as Status[])
    .map(status => ({
      status,
      count: outcomes.filter(outcome => outcome.status === status).length,
    }))
    .filter(({ count }) => count > 0);
}

/** Outcomes by category in the order of the guide, each worst first. */
export function groupOutcomes(
  outcomes: readonly Outcome[],
): { category: Category; outcomes: Outcome[] }[] {
  return (Object.keys(guideOrder) as Category[])
    .sort((a, b) => guideOrder[a] - guideOrder[b])
    .map(category => ({
      category,
      outcomes: rankOutcomes(
        outcomes.filter(outcome => outcome.category === category),
      ),
    }))
    .filter(group => group.outcomes.length > 0);
}

/** Names an outcome on the page: one check may be measured of several subjects. */
export function outcomeKey(
  outcome: Pick<Outcome, 'checkId' | 'subject'>,
): string {
  return `${outcome.checkId} ${outcome.subject}`;
}
