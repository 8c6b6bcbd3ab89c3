import { outcomeOf } from './__testUtils__/fixtures';
import { summarise, worstFirst } from './summary';

const measured = {
  failureTitle: 'One request in a hundred takes too long',
  value: 412,
  unit: 'ms',
  target: { below: 100 },
  margin: -3.12,
} as const;
const met = { ...measured, value: 47.2, target: { below: 50 }, margin: 0.056 };
const plain = (text: string) => text.replace(/\u202f/g, ' ');

describe('summarise', () => {
  it.each([
    [
      'a miss',
      [outcomeOf('pass'), outcomeOf('fail', measured)],
      'One request in a hundred takes too long',
      'P99 latency is 412 ms, target < 100 ms: 312 % over.',
    ],
    [
      'several misses, by the worst',
      [
        outcomeOf('fail', { ...measured, margin: -0.5 }),
        outcomeOf('fail', measured),
        outcomeOf('fail', { ...measured, margin: -2 }),
      ],
      'One request in a hundred takes too long',
      'P99 latency is 412 ms, target < 100 ms: 312 % over. 2 more checks miss their targets.',
    ],
    [
      'findings',
      [
        outcomeOf('fail', {
          title: 'Indexes',
          failureTitle: 'An index is missing',
          findings: [{ table: 'runs' }],
        }),
      ],
      'An index is missing',
      'Indexes: 1 finding.',
    ],
    [
      'a warning',
      [outcomeOf('warn', met), outcomeOf('inconclusive')],
      'P99 latency has little to spare',
      'P99 latency is 47.2 ms, target < 50 ms: 6 % spare.',
    ],
    [
      'an undecided check',
      [
        outcomeOf('inconclusive', {
          title: 'Error rate',
          reason: 'Two of 6,000 failed.',
          needs: '294 more requests without an error',
        }),
        outcomeOf('error'),
      ],
      'Error rate is not decided yet',
      'Two of 6,000 failed. It needs 294 more requests without an error.',
    ],
    [
      'an error',
      [
        outcomeOf('error', { reason: 'Connection refused.' }),
        outcomeOf('pass'),
      ],
      'P99 latency could not be measured',
      'Connection refused.',
    ],
    [
      'gaps',
      [outcomeOf('no-data', { reason: 'No value.' }), outcomeOf('pass', met)],
      'All that was measured meets its target',
      'P99 latency has no data: No value.',
    ],
    [
      'nothing yet',
      [outcomeOf('no-data', { reason: 'No value.' })],
      'Nothing is measured yet',
      'P99 latency has no data: No value.',
    ],
    [
      'old measurements',
      [outcomeOf('pass', { ...met, stale: true })],
      'The measurements are old',
      'P99 latency is 47.2 ms, target < 50 ms: 6 % spare. This was measured long ago.',
    ],
    [
      'health',
      [
        outcomeOf('pass', { ...met, margin: 0.6, value: 20 }),
        outcomeOf('pass', { ...met, margin: 0.9, value: 5 }),
        outcomeOf('not-applicable'),
      ],
      'Every target is met',
      '2 checks pass. The closest: P99 latency is 20 ms, target < 50 ms: 60 % spare.',
    ],
    [
      'nothing that applies',
      [outcomeOf('not-applicable')],
      'Nothing to score',
      'No check applies: nothing that can be measured is named for this entity here.',
    ],
  ])('tells %s', (_name, outcomes, title, text) => {
    const summary = summarise(outcomes);
    expect([summary.title, plain(summary.text)]).toEqual([title, text]);
  });
});

describe('worstFirst', () => {
  it('puts what is urgent first, and the nearest to its target among equals', () => {
    const order = worstFirst([
      outcomeOf('not-applicable'),
      outcomeOf('pass', { margin: 0.5 }),
      outcomeOf('pass', { margin: 0.2 }),
      outcomeOf('pass', { stale: true }),
      outcomeOf('no-data'),
      outcomeOf('error'),
      outcomeOf('inconclusive'),
      outcomeOf('warn'),
      outcomeOf('fail', { margin: -1 }),
      outcomeOf('fail', { margin: -3 }),
    ]).map(({ status, margin, stale }) => `${status} ${margin ?? stale ?? ''}`);
    expect(order).toEqual([
      'fail -3',
      'fail -1',
      'warn ',
      'inconclusive ',
      'error ',
      'no-data ',
      'pass true',
      'pass 0.2',
      'pass 0.5',
      'not-applicable ',
    ]);
  });
});
