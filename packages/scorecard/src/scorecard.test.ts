import fc from 'fast-check';
import { outcomeOf } from './__testUtils__/fixtures';
import { message } from './message';
import { statuses } from './outcomeSchema';
import { isConclusive, keepConclusive, markStale } from './scorecard';

const later = {
  runId: 'r-2',
  reportId: 'p-2',
  measuredAt: '2026-11-24T08:00:00.000Z',
};
const verdicts = ['pass', 'warn', 'fail', 'inconclusive'] as const;
const attempts = ['error', 'no-data'] as const;

describe('keepConclusive', () => {
  it.each(
    verdicts.flatMap(old => attempts.map(status => [old, status] as const)),
  )('keeps %s and notes a later %s beside it', (old, status) => {
    const previous = outcomeOf(old, { value: 22 });
    const next = outcomeOf(status, { ...later, reason: 'Refused.' });
    expect(keepConclusive(previous, next)).toEqual({
      ...previous,
      lastAttempt: {
        status,
        reason: 'Refused.',
        at: later.measuredAt,
        runId: 'r-2',
        reportId: 'p-2',
      },
    });
  });

  it.each([...verdicts, 'not-applicable'] as const)(
    'takes a later %s without the attempts before it',
    status => {
      const failed = keepConclusive(
        outcomeOf('pass'),
        outcomeOf('error', later),
      );
      const next = outcomeOf(status, later);
      expect(keepConclusive(failed, next)).toEqual(next);
    },
  );

  it.each(['error', 'no-data', 'not-applicable', undefined] as const)(
    'replaces %s, which judged nothing, by a later error',
    status => {
      const previous = status && outcomeOf(status);
      const next = outcomeOf('error', later);
      expect(keepConclusive(previous, next)).toEqual(next);
    },
  );

  it('leaves a verdict alone when the run had no probe for the check', () => {
    const previous = outcomeOf('pass');
    const next = outcomeOf('no-data', {
      ...later,
      messages: { reason: message('outcome.not-attempted', 'No probe.') },
    });
    expect(keepConclusive(previous, next)).toBe(previous);
  });

  it('never loses a verdict to a run without one, however many follow', () => {
    const sequence = fc.array(fc.constantFrom(...statuses), { minLength: 1 });
    fc.assert(
      fc.property(sequence, run => {
        const shown = run
          .map((status, index) => outcomeOf(status, { runId: `r-${index}` }))
          .reduce((kept, next) => keepConclusive(kept, next));
        const last = run.findLastIndex(
          status => !attempts.includes(status as 'error'),
        );
        const judged = last >= 0 && run[last] !== 'not-applicable';
        expect(shown.runId).toBe(judged ? `r-${last}` : `r-${run.length - 1}`);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('isConclusive', () => {
  it('holds for all but errors and missing data', () => {
    expect(statuses.filter(each => isConclusive(outcomeOf(each)))).toEqual([
      'pass',
      'warn',
      'fail',
      'inconclusive',
      'not-applicable',
    ]);
  });
});

describe('markStale', () => {
  const day = { freshnessSeconds: 86_400 };

  it.each([
    ['fresh', '2026-11-24T14:30:00.000Z', undefined],
    ['a moment too old', '2026-11-24T14:30:00.001Z', true],
    ['from the future', '2026-11-22T00:00:00.000Z', undefined],
  ])('tells an outcome that is %s', (_name, now, stale) => {
    expect(markStale(outcomeOf('pass'), { now, ...day }).stale).toBe(stale);
    expect(
      markStale(outcomeOf('pass'), { now: new Date(now), ...day }).stale,
    ).toBe(stale);
  });

  it('takes the mark away again, and never marks what judged nothing', () => {
    const now = '2027-01-01T00:00:00.000Z';
    const fresh = { now: '2026-11-23T15:00:00.000Z', ...day };
    expect(markStale(outcomeOf('pass', { stale: true }), fresh)).toEqual(
      outcomeOf('pass'),
    );
    const marked = statuses.filter(
      each => markStale(outcomeOf(each), { now, ...day }).stale,
    );
    expect(marked).toEqual(['pass', 'warn', 'fail', 'inconclusive']);
  });
});
