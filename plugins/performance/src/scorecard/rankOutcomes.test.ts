import { exampleOutcomes, p99 } from '../../dev/exampleOutcomes';
import { translate } from '../../dev/translate';
import { firstOpen } from '../tab/firstOpen';
import {
  countOutcomes,
  groupOutcomes,
  outcomeKey,
  rankOutcomes,
} from './rankOutcomes';
import { joinWords, subjectsText } from './subjectsText';

describe('rankOutcomes', () => {
  it('puts the worst first, whatever order they come in', () => {
    const order = (outcomes: typeof exampleOutcomes) =>
      rankOutcomes(outcomes).map(({ status, stale }) =>
        stale ? `${status}, stale` : status,
      );
    const expected = [
      'fail',
      'fail',
      'warn',
      'inconclusive',
      'error',
      'no-data',
      'pass, stale',
      'pass',
      'pass',
      'not-applicable',
    ];
    expect(order(exampleOutcomes)).toEqual(expected);
    expect(order([...exampleOutcomes].reverse())).toEqual(expected);
  });

  it('puts the largest miss first among misses', () => {
    const misses = [-0.1, -3, -0.5].map(margin => ({ ...p99, margin }));
    expect(rankOutcomes(misses).map(({ margin }) => margin)).toEqual([
      -3, -0.5, -0.1,
    ]);
  });

  it('counts without zeros', () => {
    expect(countOutcomes([p99, p99])).toEqual([{ status: 'fail', count: 2 }]);
  });

  it('groups in the order of the guide, without empty categories', () => {
    expect(
      groupOutcomes([...exampleOutcomes].reverse()).map(
        ({ category }) => category,
      ),
    ).toEqual([
      'inference',
      'training',
      'gpu',
      'database',
      'storage',
      'kubernetes',
    ]);
  });

  it('opens at most three rows, misses and undecided ones', () => {
    const many = Array.from({ length: 5 }, (_, index) => ({
      ...p99,
      checkId: `check-${index}`,
    }));
    expect(firstOpen(many).size).toBe(3);
    expect(firstOpen(exampleOutcomes).has(outcomeKey(p99))).toBe(true);
    expect(
      firstOpen(exampleOutcomes.filter(({ status }) => status === 'pass')).size,
    ).toBe(0);
  });
});

describe('subjectsText', () => {
  it('counts subjects by kind, unknown kinds together', () => {
    const subject = (kind: string, index = 0) => ({
      id: `${kind}/${index}`,
      kind,
    });
    expect(
      subjectsText(
        [subject('database'), subject('endpoint'), subject('endpoint', 1)],
        translate,
      ),
    ).toBe('2 endpoints and 1 database');
    expect(subjectsText([subject('quantum')], translate)).toBe(
      '1 more subject',
    );
    expect(subjectsText([], translate)).toBe('');
  });

  it('joins words as a sentence does', () => {
    expect(joinWords(['a'], translate)).toBe('a');
    expect(joinWords(['a', 'b', 'c'], translate)).toBe('a, b and c');
  });
});
