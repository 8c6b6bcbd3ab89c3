import {
  formatInterval,
  formatStatistic,
  formatValue,
  scaleOf,
} from './format';
import type { Outcome, Score } from './outcomeSchema';
import type { Expected, Remedy } from './remedySchema';
import type { Cause } from './reportSchema';
import { worstFirst } from './summary';

/**
 * What is known about misses beside their values.
 *
 * @public
 */
export interface Explained {
  remedies: readonly Remedy[];
  causes: readonly Cause[];
}

/** "P50 is expected at 4.1–9.8 ms". */
function promise({ metric, statistic, lower, upper, unit }: Expected): string {
  if (metric === 'inference.capacity') {
    return `${formatValue(lower, unit)} or more are expected`;
  }
  const range = formatInterval({ lower, upper }, unit);
  const shown = `${range} ${scaleOf(upper, unit).unit}`;
  return `${formatStatistic(statistic)} is expected at ${shown}`;
}

/**
 * The finding in one sentence, from the cause and the remedy of the worst miss that both a person can act on and something
 * is promised for; `undefined` where nothing misses or nothing is promised.
 *
 * @public
 */
export function explainedSummary(
  outcomes: readonly Outcome[],
  { remedies, causes }: Explained,
): Score['summary'] | undefined {
  const missed = worstFirst(
    outcomes.filter(({ status }) => status === 'fail' || status === 'warn'),
  );
  const [worst] = missed;
  if (!worst) return undefined;
  const remedy = missed
    .filter(({ status }) => status === worst.status)
    .flatMap(({ checkId, subject }) =>
      remedies.filter(
        each =>
          each.checkId === checkId &&
          each.subject === subject &&
          each.expected !== undefined,
      ),
    )
    .find(Boolean);
  if (!remedy) return undefined;
  const cause = causes.find(({ checkIds }) =>
    checkIds.includes(remedy.checkId),
  );
  const others = missed.filter(
    ({ status, checkId, subject }) =>
      status === worst.status &&
      !remedies.some(
        each =>
          each.id === remedy.id &&
          each.checkId === checkId &&
          each.subject === subject,
      ),
  ).length;
  const rest =
    others === 0
      ? ''
      : ` ${others} more ${
          others === 1 ? 'check is' : 'checks are'
        } missed otherwise.`;
  return {
    title: cause?.cause ?? remedy.title,
    text: `${remedy.text ? `${remedy.text} ` : ''}${remedy.title}: ${promise(
      remedy.expected!,
    )}.${rest}`,
  };
}
