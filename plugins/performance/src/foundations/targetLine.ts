import type { Target } from '@dynoscope/scorecard';

/** The one value a target is about; none for a range, a count of findings, a zero or a share of a baseline. */
export function targetLine(
  target: Target,
): { at: number; better: 'lower' | 'higher' } | undefined {
  if ('atMost' in target && target.atMost > 0) {
    return { at: target.atMost, better: 'lower' };
  }
  if ('below' in target) return { at: target.below, better: 'lower' };
  if ('atLeast' in target) return { at: target.atLeast, better: 'higher' };
  if ('above' in target) return { at: target.above, better: 'higher' };
  return undefined;
}
