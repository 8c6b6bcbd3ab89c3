import { outcomeOf } from './__testUtils__/fixtures';
import { reportOf } from './__testUtils__/report';
import { plain } from './__testUtils__/judged';
import { explainedSummary } from './explainedSummary';
import { scoreOutcomes } from './score';

const [remedy] = reportOf().remedies;
const promised = {
  ...remedy,
  title: 'Wait 5 ms',
  text: '97 % of P99 is waiting.',
};
const cause = {
  cause: 'Most of it is the wait',
  confidence: 'high' as const,
  for: [],
  against: [],
  checkIds: [remedy.checkId],
};
const failed = outcomeOf('fail');
const told = (
  ...[outcomes, explained]: Parameters<typeof explainedSummary>
) => {
  const summary = explainedSummary(outcomes, explained);
  return summary && [summary.title, plain(summary.text)];
};

describe('explainedSummary', () => {
  it('says the cause, then the remedy with its promise', () => {
    expect(told([failed], { remedies: [promised], causes: [cause] })).toEqual([
      'Most of it is the wait',
      '97 % of P99 is waiting. Wait 5 ms: P99 is expected at 80–95 ms.',
    ]);
  });

  it.each([
    [
      'seconds',
      { lower: 1_200, upper: 2_500 },
      'P99 is expected at 1.2–2.5 s.',
    ],
    [
      'rates by what is surely reached',
      { metric: 'inference.capacity', statistic: 'max', unit: '1/s' as const },
      '80 req/s or more are expected.',
    ],
  ])('tells %s as people do', (_name, expected, text) => {
    const changed = {
      ...promised,
      expected: { ...remedy.expected!, ...expected },
    };
    expect(told([failed], { remedies: [changed], causes: [] })).toEqual([
      'Wait 5 ms',
      `97 % of P99 is waiting. Wait 5 ms: ${text}`,
    ]);
  });

  it('counts the misses that another change must mend, not those that the same one does', () => {
    const same = { ...promised, checkId: 'inference-latency-p50' };
    const outcomes = [
      failed,
      outcomeOf('fail', { checkId: 'inference-latency-p50' }),
      outcomeOf('fail', { checkId: 'database-indexes', subject: 'database/x' }),
    ];
    expect(
      told(outcomes, { remedies: [promised, same], causes: [cause] })![1],
    ).toMatch(/1 more check is missed otherwise\.$/);
  });

  it.each([
    ['nothing misses', [outcomeOf('pass')], [promised]],
    ['nothing is promised', [failed], [{ ...promised, expected: undefined }]],
    [
      'the remedy is for another subject',
      [failed],
      [{ ...promised, subject: 'x' }],
    ],
    [
      'only what warns is explained and something fails',
      [failed, outcomeOf('warn', { checkId: 'other' })],
      [{ ...promised, checkId: 'other' }],
    ],
  ])('leaves the summary as it was where %s', (_name, outcomes, remedies) => {
    expect(explainedSummary(outcomes, { remedies, causes: [cause] })).toBe(
      undefined,
    );
    expect(scoreOutcomes(outcomes, { remedies, causes: [cause] })).toEqual(
      scoreOutcomes(outcomes),
    );
  });
});
