import type { Outcome, Target } from '@dynoscope/scorecard';
import { translate } from '../../dev/translate';
import { agoText, ageText, spokenAge } from './ageText';
import { marginText } from './marginText';
import { spokenTarget, targetText } from './targetText';

const plain = (text: string | undefined) => text?.replace(/\u202f/g, ' ');

describe('targetText and spokenTarget', () => {
  it.each<[Target, Outcome['unit'], string, string]>([
    [{ atMost: 100 }, 'ms', '≤ 100 ms', 'target at most 100 ms'],
    [{ below: 0.1 }, '%', '< 0.1 %', 'target below 0.1 %'],
    [{ atLeast: 80 }, '%', '≥ 80 %', 'target at least 80 %'],
    [{ above: 100 }, '1/s', '> 100 req/s', 'target above 100 req/s'],
    [{ within: [60, 90] }, '%', '60–90 %', 'target 60 to 90 %'],
    [{ below: 2000 }, 'ms', '< 2 s', 'target below 2 s'],
    [{ atMost: 0 }, '1', '0', 'target at most 0'],
    [
      { ofBaseline: 0.95 },
      'samples/s',
      '≥ baseline − 5 %',
      'target at least 95 % of the baseline',
    ],
    [{ none: 'findings' }, undefined, 'none', 'target no findings'],
    [{ none: 'leak' }, undefined, 'no leak', 'target no leak'],
  ])('puts %j into words', (target, unit, text, spoken) => {
    expect(plain(targetText(target, unit, translate))).toBe(text);
    expect(plain(spokenTarget(target, unit, translate))).toBe(spoken);
  });
});

describe('marginText', () => {
  it.each<[string, Parameters<typeof marginText>[0], string | undefined]>([
    [
      'spare',
      { status: 'pass', target: { atLeast: 100 }, value: 118, margin: 0.18 },
      '18 % spare',
    ],
    [
      'little to spare',
      { status: 'warn', target: { below: 50 }, value: 49.8, margin: 0.004 },
      '0.4 % spare',
    ],
    [
      'over',
      { status: 'fail', target: { below: 100 }, value: 412, margin: -3.12 },
      '312 % over',
    ],
    [
      'ten times over and more',
      { status: 'fail', target: { below: 100 }, value: 1300, margin: -12 },
      '12 times over',
    ],
    [
      'short',
      { status: 'fail', target: { atLeast: 80 }, value: 61, margin: -0.2375 },
      '24 % short',
    ],
    [
      'in a range',
      { status: 'pass', target: { within: [60, 90] }, value: 71, margin: 0.1 },
      'in range',
    ],
    [
      'outside of a range',
      { status: 'fail', target: { within: [60, 90] }, value: 94, unit: '%' },
      'outside by 4 %',
    ],
    ['a count', { status: 'fail', target: { none: 'findings' } }, 'exact'],
    ['zero', { status: 'pass', target: { atMost: 0 }, value: 0 }, 'exact'],
    [
      'an interval across the target',
      {
        status: 'inconclusive',
        target: { below: 1 },
        value: 1,
        interval: { lower: 0, upper: 2, level: 0.95 },
      },
      'crosses target',
    ],
    ['too little', { status: 'inconclusive' }, 'not decided'],
    [
      'an interval beside the target that cannot be relied on',
      {
        status: 'inconclusive',
        target: { below: 1 },
        value: 3,
        interval: { lower: 2, upper: 4, level: 0.95 },
      },
      'not decided',
    ],
    ['an error', { status: 'error' }, undefined],
    ['no data', { status: 'no-data' }, undefined],
  ])('says how far a value is: %s', (_name, outcome, text) => {
    expect(plain(marginText(outcome, translate))).toBe(text);
  });
});

describe('ageText', () => {
  const now = Date.parse('2026-11-23T14:44:00Z');
  it.each([
    ['2026-11-23T14:43:30Z', 'just now', 'just now', 'measured just now'],
    ['2026-11-23T14:43:00Z', '1 min', '1 min ago', 'measured 1 minute ago'],
    ['2026-11-23T13:45:01Z', '58 min', '58 min ago', 'measured 58 minutes ago'],
    ['2026-11-23T11:44:00Z', '3 h', '3 h ago', 'measured 3 hours ago'],
    ['2026-11-22T14:44:00Z', '1 day', '1 day ago', 'measured 1 day ago'],
    ['2026-11-14T14:32:00Z', '9 days', '9 days ago', 'measured 9 days ago'],
  ])('says how long ago %s was', (time, short, ago, spoken) => {
    expect(ageText(time, now, translate)).toBe(short);
    expect(agoText(time, now, translate)).toBe(ago);
    expect(spokenAge(time, now, translate)).toBe(spoken);
  });
});
