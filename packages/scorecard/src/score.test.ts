import fc from 'fast-check';
import { outcomeOf } from './__testUtils__/fixtures';
import {
  type Outcome,
  scoreSchema,
  type Status,
  statuses,
} from './outcomeSchema';
import { scoreOutcomes } from './score';

function outcomesOf(...counts: [Status, number, boolean?][]): Outcome[] {
  return counts.flatMap(([status, count, stale]) =>
    Array.from({ length: count }, () =>
      outcomeOf(status, stale ? { stale } : {}),
    ),
  );
}

const outcome = fc
  .record({ status: fc.constantFrom(...statuses), stale: fc.boolean() })
  .map(({ status, stale }) => outcomeOf(status, stale ? { stale } : {}));
const outcomes = fc.array(outcome, { maxLength: 40 });

describe('scoreOutcomes', () => {
  it.each<[string, [Status, number, boolean?][], (number | null)[]]>([
    ['nothing', [], [null, null, null, 0, 0, 0, 0, 0, 0]],
    [
      'what does not apply',
      [['not-applicable', 3]],
      [null, null, null, 0, 0, 0, 0, 0, 3],
    ],
    ['all met', [['pass', 4]], [100, 100, 100, 100, 0, 0, 4, 4, 0]],
    ['all missed', [['fail', 2]], [0, 0, 0, 0, 0, 100, 2, 2, 0]],
    ['a warning', [['warn', 1]], [50, 50, 50, 50, 0, 50, 1, 1, 0]],
    [
      'a third each',
      [
        ['pass', 1],
        ['inconclusive', 1],
        ['fail', 1],
      ],
      [33, 33, 67, 33, 33, 34, 3, 3, 0],
    ],
    [
      'errors and missing data',
      [
        ['pass', 2],
        ['error', 1],
        ['no-data', 1],
        ['not-applicable', 2],
      ],
      [50, 50, 100, 50, 50, 0, 2, 4, 2],
    ],
    [
      'what is stale, which earns nothing and may pass again',
      [
        ['pass', 1],
        ['pass', 1, true],
        ['fail', 1, true],
      ],
      [33, 33, 100, 33, 67, 0, 3, 3, 0],
    ],
    [
      'thirteen checks of the mock-ups',
      [
        ['fail', 3],
        ['warn', 1],
        ['inconclusive', 1],
        ['error', 1],
        ['no-data', 3],
        ['pass', 3],
        ['pass', 1, true],
        ['not-applicable', 6],
      ],
      // 3.5, 6 and 3.5 of 13
      [27, 27, 73, 27, 46, 27, 9, 13, 6],
    ],
    [
      'a loss and a doubt too small to round up',
      [
        ['pass', 998],
        ['fail', 1],
        ['no-data', 1],
      ],
      [100, 100, 100, 98, 1, 1, 999, 1_000, 0],
    ],
    [
      'one doubt among many losses',
      [
        ['fail', 999],
        ['error', 1],
      ],
      [0, 0, 0, 0, 1, 99, 999, 1_000, 0],
    ],
    [
      'one loss among many doubts',
      [
        ['fail', 1],
        ['error', 999],
      ],
      [0, 0, 100, 0, 99, 1, 1, 1_000, 0],
    ],
  ])('of %s', (_name, counts, expected) => {
    const score = scoreOutcomes(outcomesOf(...counts));
    expect([
      score.score,
      ...(score.scoreRange ?? [null, null]),
      score.earned,
      score.unproven,
      score.lost,
      score.measured,
      score.applicable,
      score.notApplicable,
    ]).toEqual(expected);
  });

  it('is valid on the wire, its parts add to 100 and none that is something shows as 0', () => {
    fc.assert(
      fc.property(outcomes, all => {
        const score = scoreSchema.parse(scoreOutcomes(all));
        const { earned, unproven, lost, applicable } = score;
        expect(earned + unproven + lost).toBe(applicable > 0 ? 100 : 0);
        expect(Math.min(earned, unproven, lost)).toBeGreaterThanOrEqual(0);
        const isLost = all.some(
          each => !each.stale && ['fail', 'warn'].includes(each.status),
        );
        const isUnproven = all.some(
          each =>
            each.status !== 'not-applicable' &&
            (each.stale ||
              ['inconclusive', 'no-data', 'error'].includes(each.status)),
        );
        expect([lost > 0, unproven > 0]).toEqual([isLost, isUnproven]);
      }),
      { numRuns: 2_000 },
    );
  });

  it('never rises when an outcome turns into no data', () => {
    fc.assert(
      fc.property(outcomes, fc.nat(), (all, pick) => {
        fc.pre(all.length > 0);
        const turned = [...all];
        turned[pick % all.length] = outcomeOf('no-data');
        const before = scoreOutcomes(all).score;
        const after = scoreOutcomes(turned).score;
        expect(after ?? 0).toBeLessThanOrEqual(before ?? 100);
      }),
      { numRuns: 5_000 },
    );
  });

  it('never rises when an outcome becomes stale', () => {
    fc.assert(
      fc.property(outcomes, fc.nat(), (all, pick) => {
        fc.pre(all.length > 0);
        const turned = all.with(pick % all.length, {
          ...all[pick % all.length],
          stale: true,
        });
        const before = scoreOutcomes(all).score;
        expect(scoreOutcomes(turned).score ?? 0).toBeLessThanOrEqual(
          before ?? 0,
        );
      }),
      { numRuns: 2_000 },
    );
  });

  it('lies from 0 to 100, inside its range, and does not fall when an outcome gets better', () => {
    const order: Status[] = ['fail', 'warn', 'pass'];
    fc.assert(
      fc.property(outcomes, fc.nat(1), (all, from) => {
        const worse = scoreOutcomes([...all, outcomeOf(order[from])]);
        const better = scoreOutcomes([...all, outcomeOf(order[from + 1])]);
        const [low, high] = better.scoreRange!;
        expect(better.score).toBeGreaterThanOrEqual(worse.score!);
        expect(low).toBe(better.score);
        expect(high).toBeGreaterThanOrEqual(low);
        expect([low >= 0, high <= 100]).toEqual([true, true]);
      }),
      { numRuns: 2_000 },
    );
  });

  it('does not depend on the order of the outcomes', () => {
    fc.assert(
      fc.property(outcomes, all => {
        const { summary: _, ...score } = scoreOutcomes(all);
        const { summary: __, ...reversed } = scoreOutcomes([...all].reverse());
        expect(reversed).toEqual(score);
      }),
    );
  });
});
