import type { Target } from './schema';

/** The family of a target: only targets of one family can be compared. */
export type TargetFamily = 'most' | 'least' | 'range' | 'baseline' | 'none';

/** A target in one shape: the numbers it allows, and whether the ends belong to them. */
export interface Bounds {
  family: TargetFamily;
  low: number;
  high: number;
  /** Whether the ends themselves meet the target. */
  closed: boolean;
}

/** The bounds of a target; those of a share of the baseline are shares. */
export function boundsOf(target: Target): Bounds {
  const [low, high] = [-Infinity, Infinity];
  if ('atMost' in target) {
    return { family: 'most', low, high: target.atMost, closed: true };
  }
  if ('below' in target) {
    return { family: 'most', low, high: target.below, closed: false };
  }
  if ('atLeast' in target) {
    return { family: 'least', low: target.atLeast, high, closed: true };
  }
  if ('above' in target) {
    return { family: 'least', low: target.above, high, closed: false };
  }
  if ('within' in target) {
    const [least, most] = target.within;
    return { family: 'range', low: least, high: most, closed: true };
  }
  if ('ofBaseline' in target) {
    return { family: 'baseline', low: target.ofBaseline, high, closed: true };
  }
  return { family: 'none', low: 0, high: 0, closed: true };
}

/** Whether a value meets the bounds. */
export function meets(value: number, bounds: Bounds): boolean {
  const { low, high, closed } = bounds;
  return closed ? value >= low && value <= high : value > low && value < high;
}

/**
 * How far a value is inside its target, as a share of the nearer end: positive is to spare, negative is missed.
 * `undefined` where the end is 0, since nothing is a share of that.
 *
 * @public
 */
export function marginOf(value: number, target: Target): number | undefined {
  const { low, high } = boundsOf(target);
  const shares = [
    Number.isFinite(high) && (high - value) / Math.abs(high),
    Number.isFinite(low) && (value - low) / Math.abs(low),
  ].filter((share): share is number => share !== false);
  const margin = Math.min(...shares);
  return Number.isFinite(margin) ? margin : undefined;
}

/** Whether a target asks for at least as much as the other one of its family. */
export function asTightAs(candidate: Target, other: Target): boolean {
  const [mine, theirs] = [boundsOf(candidate), boundsOf(other)];
  if (mine.family !== theirs.family) return false;
  if (mine.low < theirs.low || mine.high > theirs.high) return false;
  const sameEnds = mine.low === theirs.low && mine.high === theirs.high;
  return !(sameEnds && mine.closed && !theirs.closed);
}

const forms =
  '"<= 80", "< 0.1", ">= 0.95", "> 80", "60..90" or ">= 0.95 of baseline", a number in the unit of the check';

/**
 * Reads a target as people write it in an annotation or in configuration: `<= 80`, `< 0.1`, `>= 0.95`, `> 80`, `60..90`,
 * `>= 0.95 of baseline`. `≤` and `≥` are allowed.
 *
 * @throws Error that says what is allowed when the text is anything else.
 * @public
 */
export function parseTarget(text: string): Target {
  const number = '(\\d+(?:\\.\\d+)?)';
  const bound = new RegExp(`^(<=|>=|<|>|≤|≥)\\s*${number}(\\s+of baseline)?$`);
  const range = new RegExp(`^${number}\\s*(?:\\.\\.|–)\\s*${number}$`);
  const [, operator, digits, ofBaseline] = bound.exec(text.trim()) ?? [];
  const value = Number(digits);
  if (ofBaseline) {
    if (operator === '>=' || operator === '≥') return { ofBaseline: value };
  } else if (operator === '<') {
    return { below: value };
  } else if (operator === '<=' || operator === '≤') {
    return { atMost: value };
  } else if (operator === '>') {
    return { above: value };
  } else if (operator) {
    return { atLeast: value };
  }
  const [, low, high] = range.exec(text.trim()) ?? [];
  if (low !== undefined && Number(low) < Number(high)) {
    return { within: [Number(low), Number(high)] };
  }
  throw new Error(`"${text.slice(0, 80)}" is not a target: write ${forms}`);
}
