import fc from 'fast-check';
import { clopperPearson } from './binomial';
import {
  minimumSamples,
  moreSamplesToDecide,
  moreTrialsWithoutFailure,
} from './sampleSize';

describe('minimumSamples', () => {
  it.each([
    [0.5, 6],
    [0.9, 29],
    [0.95, 59],
    [0.99, 299],
    [0.999, 2_995],
    [0.01, 299],
  ])('for the quantile at %d is %d', (p, expected) => {
    expect(minimumSamples({ p })).toBe(expected);
  });

  it('rises with the level', () => {
    // The least n with 0.99ⁿ ≤ 1 − level.
    expect(minimumSamples({ p: 0.99, level: 0.9 })).toBe(230);
    expect(minimumSamples({ p: 0.99, level: 0.99 })).toBe(459);
    expect(() => minimumSamples({ p: 1 })).toThrow(/not at 1 and 0.95/);
  });
});

describe('moreTrialsWithoutFailure', () => {
  it.each([
    [0, 0, 2_995],
    [0, 2_994, 1],
    [0, 2_995, 0],
    [1, 1, 4_741],
    [1, 4_741, 1],
    [2, 6_000, 294],
    [3, 3, 7_749],
    [4, 9_151, 0],
  ])('after %d of %d is %d for 0.1 %%', (failures, trials, expected) => {
    expect(moreTrialsWithoutFailure({ failures, trials, below: 0.001 })).toBe(
      expected,
    );
  });

  it('is the least number that brings the exact upper bound below the target', () => {
    const options = fc.record({
      failures: fc.nat(8),
      succeeded: fc.nat(5_000),
      below: fc.constantFrom(0.0005, 0.001, 0.01, 0.2),
    });
    fc.assert(
      fc.property(options, ({ failures, succeeded, below }) => {
        const trials = failures + succeeded;
        const more = moreTrialsWithoutFailure({ failures, trials, below })!;
        const upperOf = (n: number) =>
          clopperPearson({ count: failures, trials: n, side: 'upper' }).upper;
        const total = trials + more;
        expect(upperOf(total)).toBeLessThan(below);
        // Already fewer would have done only when there was no need for more.
        expect(more === 0 || upperOf(Math.max(1, total - 1)) >= below).toBe(
          true,
        );
      }),
      { numRuns: 60 },
    );
  });

  it('gives up on what nobody can send, and refuses a target of nothing', () => {
    expect(
      moreTrialsWithoutFailure({ failures: 0, trials: 0, below: 1e-13 }),
    ).toBeUndefined();
    expect(() =>
      moreTrialsWithoutFailure({ failures: 0, trials: 0, below: 0 }),
    ).toThrow(/not at 0 and/);
  });
});

describe('moreSamplesToDecide', () => {
  it.each([
    // Half as wide takes four times as many, and one more not to touch.
    [{ n: 1_000, value: 90, bound: 110, target: 100 }, 3_001],
    [{ n: 1_000, value: 110, bound: 90, target: 100 }, 3_001],
    [{ n: 1_000, value: 98, bound: 100, target: 100 }, 1],
    [{ n: 1_000, value: 100, bound: 110, target: 100 }, undefined],
    [{ n: 1_000, value: 90, bound: 95, target: 100 }, undefined],
  ])('of %j is %d', (options, expected) => {
    expect(moreSamplesToDecide(options)).toBe(expected);
  });
});
