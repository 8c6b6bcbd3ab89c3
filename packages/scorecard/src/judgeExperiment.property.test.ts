import fc from 'fast-check';
import { expected, judge, latency } from './__testUtils__/experiment';
import type { Report } from './reportSchema';

const ranks = ['missed', 'unclear', 'kept', 'exceeded'];

describe('the verdict of an experiment, whatever is measured,', () => {
  const reach = fc.tuple(
    fc.double({ min: 0, max: 50, noNaN: true }),
    fc.double({ min: 0, max: 50, noNaN: true }),
  );
  const value = fc.double({ min: 1, max: 500, noNaN: true });
  const promise = fc.tuple(value, value).map(([a, b]) => ({
    ...expected,
    lower: Math.min(a, b),
    upper: Math.max(a, b),
  }));

  it('never is kept for what was measured as before, whatever was promised', () => {
    fc.assert(
      fc.property(value, reach, reach, promise, (same, a, b, promised) => {
        for (const better of ['lower', 'higher'] as const) {
          const { verdict } = judge(latency(same, a), latency(same, b), {
            expected: promised,
            better,
          });
          expect(['missed', 'unclear']).toContain(verdict);
        }
      }),
    );
  });

  it('is missed for what is surely worse than before, and nothing surely worse is ever kept', () => {
    fc.assert(
      fc.property(
        value,
        value,
        reach,
        reach,
        promise,
        (one, other, a, b, promised) => {
          for (const better of ['lower', 'higher'] as const) {
            const { verdict, effect } = judge(
              latency(one, a),
              latency(other, b),
              { expected: promised, better },
            );
            const surelyWorse =
              better === 'lower' ? effect!.lower > 0 : effect!.upper < 0;
            const surelyBetter =
              better === 'lower' ? effect!.upper < 0 : effect!.lower > 0;
            const kept = ['kept', 'exceeded'].includes(verdict);
            expect(surelyWorse && verdict !== 'missed').toBe(false);
            expect(kept && !surelyBetter).toBe(false);
          }
        },
      ),
    );
  });

  it('never gets worse when what is measured gets better', () => {
    fc.assert(
      fc.property(
        value,
        value,
        fc.double({ min: 0, max: 100, noNaN: true }),
        reach,
        reach,
        promise,
        (before, after, gain, a, b, promised) => {
          const rank = (now: number) =>
            ranks.indexOf(
              judge(latency(before, a), latency(now, b), {
                expected: promised,
              }).verdict,
            );
          expect(rank(after - gain)).toBeGreaterThanOrEqual(rank(after));
        },
      ),
    );
  });

  it('is the mirror image where more is better', () => {
    fc.assert(
      fc.property(
        value,
        value,
        reach,
        reach,
        promise,
        (before, after, a, b, promised) => {
          const mirrored = (report: Report): Report => ({
            ...report,
            measurements: report.measurements.map(each => ({
              ...each,
              value: -each.value,
              interval: {
                lower: -each.interval!.upper,
                upper: -each.interval!.lower,
                level: 0.95,
              },
            })),
          });
          const [base, candidate] = [latency(before, a), latency(after, b)];
          const { lower, upper } = promised;
          expect(
            judge(mirrored(base), mirrored(candidate), {
              expected: { ...expected, lower: -upper, upper: -lower },
              better: 'higher',
            }).verdict,
          ).toBe(judge(base, candidate, { expected: promised }).verdict);
        },
      ),
    );
  });
});
