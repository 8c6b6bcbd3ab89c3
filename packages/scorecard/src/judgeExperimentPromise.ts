import type { MeasuredEstimate } from './estimateOf';
import type { Verdict } from './experimentSchema';
import type { Expected } from './remedySchema';

/** Everything as if lower were better; an end of Infinity is one that nobody knows. */
interface Compared {
  afterBest: number;
  afterWorst: number;
  promisedBest: number;
  promisedWorst: number;
  /** Interval of the difference. */
  gained: { lower: number; upper: number };
}

/** Holds a measured value and its change against a promise. */
export function judgePromise(options: {
  better: 'lower' | 'higher';
  before: MeasuredEstimate;
  after: MeasuredEstimate;
  effect: { lower: number; upper: number };
  expected: Expected;
}): { verdict: Verdict; reason?: string } {
  const { afterBest, afterWorst, promisedBest, promisedWorst, gained } =
    towardsLower(options);
  const { lower, upper } = gained;
  if (lower > 0) {
    return { verdict: 'missed', reason: 'It is worse than before.' };
  }
  if (afterBest > promisedWorst) {
    return {
      verdict: 'missed',
      reason:
        upper < 0
          ? 'It is better than before, and not as good as promised.'
          : 'It is no better than before.',
    };
  }
  if (afterWorst > promisedWorst) {
    return {
      verdict: 'unclear',
      reason:
        'The interval reaches from what was promised to what is worse: a longer run may tell.',
    };
  }
  if (upper >= 0) {
    return {
      verdict: 'unclear',
      reason:
        'It cannot be told apart from what was measured before, so nothing shows that the change did it.',
    };
  }
  return { verdict: afterWorst < promisedBest ? 'exceeded' : 'kept' };
}

function towardsLower({
  better,
  before,
  after,
  effect,
  expected,
}: Parameters<typeof judgePromise>[0]): Compared {
  const { lower, upper } = after.interval!;
  // What is only a lower bound may be any higher.
  const afterUpper = after.atLeast ? Infinity : upper;
  const gained = {
    lower: before.atLeast ? -Infinity : effect.lower,
    upper: after.atLeast ? Infinity : effect.upper,
  };
  return better === 'lower'
    ? {
        afterBest: lower,
        afterWorst: afterUpper,
        promisedBest: expected.lower,
        promisedWorst: expected.upper,
        gained,
      }
    : {
        afterBest: -afterUpper,
        afterWorst: -lower,
        promisedBest: -expected.upper,
        promisedWorst: -expected.lower,
        gained: { lower: -gained.upper, upper: -gained.lower },
      };
}
