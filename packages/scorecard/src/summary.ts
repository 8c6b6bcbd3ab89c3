import { formatNumber, formatValue } from './format';
import { formatMargin } from './formatMargin';
import { formatTarget } from './formatTarget';
import type { Outcome, Score } from './outcomeSchema';

const urgency = [
  'fail',
  'warn',
  'inconclusive',
  'error',
  'no-data',
  'stale',
  'pass',
  'not-applicable',
];

function rankOf({ status, stale }: Outcome): number {
  return urgency.indexOf(stale && status === 'pass' ? 'stale' : status);
}

/**
 * The outcomes, worst first; among equals the one that misses its target by most.
 *
 * @public
 */
export function worstFirst(outcomes: readonly Outcome[]): Outcome[] {
  return [...outcomes].sort(
    (a, b) => rankOf(a) - rankOf(b) || (a.margin ?? 0) - (b.margin ?? 0),
  );
}

/** "P99 latency is 412 ms, target < 100 ms: 312 % over." */
function measuredSentence(outcome: Outcome): string {
  const { title, value, unit, target, findings, stale } = outcome;
  const age = stale ? ' This was measured long ago.' : '';
  if (value === undefined) {
    const count = findings?.length ?? 0;
    const noun = count === 1 ? 'finding' : 'findings';
    return `${title}: ${formatNumber(count)} ${noun}.${age}`;
  }
  const margin = formatMargin(outcome);
  const against = target ? `, target ${formatTarget(target, unit)}` : '';
  return `${title} is ${formatValue(value, unit)}${against}${
    margin ? `: ${margin}` : ''
  }.${age}`;
}

function others(outcomes: readonly Outcome[], worst: Outcome): string {
  const rank = rankOf(worst);
  const count = outcomes.filter(each => rankOf(each) === rank).length - 1;
  if (count === 0) return '';
  const words: Partial<Record<Outcome['status'], [string, string]>> = {
    fail: ['misses its target', 'miss their targets'],
    warn: ['has little to spare', 'have little to spare'],
  };
  const [one, many] = words[worst.status] ?? ['is like it', 'are like it'];
  return count === 1
    ? ` 1 more check ${one}.`
    : ` ${count} more checks ${many}.`;
}

/** The finding in one sentence, from the worst outcome, and what it rests on. */
export function summarise(outcomes: readonly Outcome[]): Score['summary'] {
  const applicable = outcomes.filter(
    ({ status }) => status !== 'not-applicable',
  );
  const [worst] = worstFirst(applicable);
  if (!worst) {
    return {
      title: 'Nothing to score',
      text: 'No check applies: nothing that can be measured is named for this entity here.',
    };
  }
  const { status, title, failureTitle, reason = '', needs, stale } = worst;
  const more = others(applicable, worst);
  if (status === 'fail') {
    return {
      title: failureTitle ?? `${title} misses its target`,
      text: measuredSentence(worst) + more,
    };
  }
  if (status === 'warn') {
    return {
      title: `${title} has little to spare`,
      text: measuredSentence(worst) + more,
    };
  }
  if (status === 'inconclusive') {
    return {
      title: `${title} is not decided yet`,
      text: `${reason}${needs ? ` It needs ${needs}.` : ''}`.trim() + more,
    };
  }
  if (status === 'error') {
    return { title: `${title} could not be measured`, text: reason + more };
  }
  if (status === 'no-data') {
    const met = applicable.some(each => each.status === 'pass');
    return {
      title: met
        ? `All that was measured meets its target`
        : 'Nothing is measured yet',
      text: `${title} has no data: ${reason}${more}`,
    };
  }
  if (stale) {
    return { title: 'The measurements are old', text: measuredSentence(worst) };
  }
  const count = applicable.length;
  return {
    title: count === 1 ? 'The target is met' : 'Every target is met',
    text: `${
      count === 1 ? '1 check passes' : `${count} checks pass`
    }. The closest: ${measuredSentence(worst)}`,
  };
}
