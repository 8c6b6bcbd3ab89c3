import fc from 'fast-check';
import { formatMargin } from './formatMargin';
import { formatTarget } from './formatTarget';
import { type Outcome } from './outcomeSchema';
import { type Target, targetSchema } from './schema';
import { asTightAs, boundsOf, marginOf, meets, parseTarget } from './target';
import type { Unit } from './units';

const plain = (text?: string) => text?.replace(/\u202f/g, ' ');

const number = fc.integer({ min: 1, max: 10_000 }).map(each => each / 10);
const target: fc.Arbitrary<Target> = fc.oneof(
  number.map(atMost => ({ atMost })),
  number.map(below => ({ below })),
  number.map(atLeast => ({ atLeast })),
  number.map(above => ({ above })),
  fc
    .tuple(number, number)
    .map(
      ([a, b]): Target => ({ within: [Math.min(a, b), Math.max(a, b) + 1] }),
    ),
);

describe('parseTarget', () => {
  it.each<[string, Target]>([
    ['<= 80', { atMost: 80 }],
    ['≤80', { atMost: 80 }],
    ['< 0.1', { below: 0.1 }],
    [' >= 0.95 ', { atLeast: 0.95 }],
    ['≥ 95', { atLeast: 95 }],
    ['> 80', { above: 80 }],
    ['60..90', { within: [60, 90] }],
    ['60 – 90', { within: [60, 90] }],
    ['>= 0.95 of baseline', { ofBaseline: 0.95 }],
  ])('reads "%s"', (text, expected) => {
    expect(targetSchema.parse(parseTarget(text))).toEqual(expected);
  });

  it.each([
    '',
    '80',
    '= 80',
    '<= 80 ms',
    '< -1',
    '< 1e3',
    '< NaN',
    '90..60',
    '60..60',
    '< 0.95 of baseline',
    '<script>alert(1)</script>',
    '< 1 < 2',
  ])('refuses "%s" and says what is allowed', text => {
    expect(() => parseTarget(text)).toThrow(/is not a target: write "<= 80", /);
  });

  it('quotes no more of a long text than helps', () => {
    expect(() => parseTarget('x'.repeat(10_000))).toThrow(/^"x{80}" is not/);
  });
});

describe('boundsOf and meets', () => {
  it.each<[Target, number[], number[]]>([
    [{ atMost: 10 }, [-5, 0, 10], [10.001]],
    [{ below: 10 }, [9.999], [10, 11]],
    [{ atLeast: 10 }, [10, 11], [9.999]],
    [{ above: 10 }, [10.001], [10]],
    [{ within: [6, 9] }, [6, 7, 9], [5.9, 9.1]],
    [{ none: 'findings' }, [0], [1]],
  ])('of %j are met by %j and missed by %j', (of, met, missed) => {
    const bounds = boundsOf(of);
    expect(met.filter(value => !meets(value, bounds))).toEqual([]);
    expect(missed.filter(value => meets(value, bounds))).toEqual([]);
  });
});

describe('marginOf', () => {
  it.each<[number, Target, number | undefined]>([
    [82, { below: 100 }, 0.18],
    [412, { below: 100 }, -3.12],
    [61, { above: 80 }, -0.2375],
    [118, { atLeast: 100 }, 0.18],
    [71, { within: [60, 90] }, 11 / 60],
    [54, { within: [60, 90] }, -0.1],
    [0, { atMost: 0 }, undefined],
    [3, { atMost: 0 }, undefined],
    [0, { none: 'leak' }, undefined],
  ])('of %d to %j is %d', (value, of, expected) => {
    const margin = marginOf(value, of);
    expect(margin === undefined ? undefined : margin.toFixed(9)).toBe(
      expected?.toFixed(9),
    );
  });

  it('is negative only where the target is missed', () => {
    fc.assert(
      fc.property(target, number, (of, value) => {
        const margin = marginOf(value, of)!;
        expect(margin > 0 || margin < 0 || margin === 0).toBe(true);
        expect(margin < 0 && meets(value, boundsOf(of))).toBe(false);
        expect(margin > 0 && !meets(value, boundsOf(of))).toBe(false);
      }),
    );
  });
});

describe('asTightAs', () => {
  it.each<[Target, Target, boolean]>([
    [{ below: 80 }, { below: 100 }, true],
    [{ below: 100 }, { below: 100 }, true],
    [{ atMost: 100 }, { below: 100 }, false],
    [{ below: 100 }, { atMost: 100 }, true],
    [{ below: 101 }, { below: 100 }, false],
    [{ atLeast: 90 }, { above: 80 }, true],
    [{ atLeast: 80 }, { above: 80 }, false],
    [{ within: [65, 85] }, { within: [60, 90] }, true],
    [{ within: [55, 85] }, { within: [60, 90] }, false],
    [{ ofBaseline: 0.98 }, { ofBaseline: 0.95 }, true],
    [{ atLeast: 90 }, { atMost: 80 }, false],
    [{ ofBaseline: 2 }, { atLeast: 1 }, false],
  ])('%j for %j: %s', (candidate, other, expected) => {
    expect(asTightAs(candidate, other)).toBe(expected);
  });

  it('means that what meets the tighter one meets the other', () => {
    fc.assert(
      fc.property(target, target, number, (candidate, other, value) => {
        fc.pre(
          asTightAs(candidate, other) && meets(value, boundsOf(candidate)),
        );
        expect(meets(value, boundsOf(other))).toBe(true);
      }),
    );
  });
});

describe('formatTarget', () => {
  it.each<[Target, Unit, string]>([
    [{ atMost: 100 }, 'ms', '≤ 100 ms'],
    [{ below: 2_000 }, 'ms', '< 2 s'],
    [{ atLeast: 80 }, '%', '≥ 80 %'],
    [{ above: 100 }, '1/s', '> 100 req/s'],
    [{ within: [60, 90] }, '%', '60–90 %'],
    [{ ofBaseline: 0.95 }, 'samples/s', '≥ baseline − 5 %'],
    [{ ofBaseline: 1.1 }, 'samples/s', '≥ baseline + 10 %'],
    [{ atMost: 0 }, '1', '0'],
    [{ none: 'findings' }, '1', 'no findings'],
    [{ none: 'leak' }, 'bytes/h', 'no leak'],
  ])('writes %j in %s as %s', (of, unit, text) => {
    expect(plain(formatTarget(of, unit))).toBe(text);
  });
});

describe('formatMargin', () => {
  const interval = { lower: 90, upper: 110, level: 0.95 };

  it.each<[Partial<Outcome> & Pick<Outcome, 'status'>, string | undefined]>([
    [{ status: 'pass', value: 82, target: { below: 100 } }, '18 % spare'],
    [{ status: 'warn', value: 94.4, target: { below: 100 } }, '6 % spare'],
    [{ status: 'warn', value: 99.6, target: { below: 100 } }, '0.4 % spare'],
    [{ status: 'warn', value: 100, target: { atMost: 100 } }, '0 % spare'],
    [{ status: 'fail', value: 412, target: { below: 100 } }, '312 % over'],
    [{ status: 'fail', value: 1_300, target: { below: 100 } }, '12 times over'],
    [{ status: 'fail', value: 1_090, target: { below: 100 } }, '990 % over'],
    [{ status: 'fail', value: 61, target: { above: 80 } }, '24 % short'],
    [{ status: 'pass', value: 71, target: { within: [60, 90] } }, 'in range'],
    [
      { status: 'fail', value: 94, target: { within: [60, 90] } },
      'outside by 4 %',
    ],
    [{ status: 'pass', value: 0, target: { atMost: 0 } }, 'exact'],
    [{ status: 'pass', target: { none: 'findings' } }, 'exact'],
    [{ status: 'inconclusive', value: 99, interval }, 'crosses target'],
    [{ status: 'inconclusive', value: 91 }, 'not decided'],
    [{ status: 'no-data' }, undefined],
    [{ status: 'error' }, undefined],
    [{ status: 'not-applicable' }, undefined],
  ])('of %j is "%s"', (outcome, text) => {
    const { value, target: of } = outcome;
    const margin = value === undefined || !of ? undefined : marginOf(value, of);
    expect(plain(formatMargin({ unit: '%', margin, ...outcome }))).toBe(text);
  });
});
