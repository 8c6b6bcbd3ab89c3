import { farthestRatio, marginPosition } from './Margin';
import {
  linearScale,
  linearTicks,
  logScale,
  logTicks,
  percentilePosition,
} from './scale';
import { nameHeight } from './PercentileCurve';
import { linePath } from './Sparkline';
import { spread } from './spread';

describe('scales', () => {
  it('maps both ends of a domain to both ends of its range', () => {
    const linear = linearScale([10, 20], [100, 0]);
    expect([linear(10), linear(15), linear(20)]).toEqual([100, 50, 0]);
    const log = logScale([1, 100], [0, 10]);
    expect(log(1)).toBeCloseTo(0);
    expect(log(10)).toBeCloseTo(5);
    expect(log(100)).toBeCloseTo(10);
  });

  it('puts a domain of one value in the middle', () => {
    expect(linearScale([3, 3], [4, 20])(3)).toBe(12);
  });

  it.each([
    [20, 742, [20, 50, 100, 200, 500, 1000]],
    [0.9, 1.1, [0.5, 1, 2]],
    [0.03, 0.2, [0.02, 0.05, 0.1, 0.2]],
    [100, 100, [100]],
  ])(
    'chooses round ticks around %d to %d on a log axis',
    (low, high, ticks) => {
      expect(logTicks(low, high)).toEqual(ticks);
    },
  );

  it.each([
    [412, [0, 100, 200, 300, 400, 500]],
    [0.033, [0, 0.01, 0.02, 0.03, 0.04]],
    [0, [0, 1]],
  ])('chooses round ticks from zero to %d', (high, ticks) => {
    expect(linearTicks(high)).toEqual(ticks);
  });

  it('gives each further nine the same room', () => {
    const places = [0, 90, 99, 99.9].map(percentilePosition);
    expect(places.map(place => Math.round(place * 1000) / 1000)).toEqual([
      0, 1, 2, 3,
    ]);
  });
});

describe('marginPosition', () => {
  it.each([
    ['on its target', 100, 'lower', 75],
    ['at half, where lower is better', 50, 'lower', 103.8],
    ['at double, where lower is better', 200, 'lower', 46.2],
    ['at double, where higher is better', 200, 'higher', 103.8],
    ['at four times and more', 412, 'lower', 16.2],
    ['beyond the scale', 100 * farthestRatio * 1.01, 'lower', 0],
    ['at nothing, where lower is better', 0, 'lower', 150],
    ['at nothing, where higher is better', 0, 'higher', 0],
  ] as const)(
    'stands right when it is better: %s',
    (_name, value, better, at) => {
      expect(marginPosition(value, 100, better)).toBeCloseTo(at, 1);
    },
  );
});

describe('spread', () => {
  it('moves labels apart that would overlap, and keeps their order', () => {
    expect(
      spread([
        { name: 'b', y: 100 },
        { name: 'a', y: 98 },
        { name: 'none', y: undefined },
        { name: 'c', y: 200 },
      ]).map(({ name, y }) => [name, y]),
    ).toEqual([
      ['a', 98],
      ['b', 111],
      ['c', 200],
    ]);
  });
});

describe('linePath', () => {
  it('goes from one point to the next', () => {
    expect(
      linePath([
        { x: 0, y: 1.04 },
        { x: 10, y: 2 },
      ]),
    ).toBe('M0 1L10 2');
    expect(linePath([])).toBe('');
  });
});

describe('nameHeight', () => {
  it.each([
    ['above the curve', 100, false, undefined, 92],
    ['below it at the left', 100, true, undefined, 116],
    ['above a target line that would cross it', 100, false, 90, 83],
    ['below a target line that would cross it', 100, true, 110, 124],
    ['where it was, with the line elsewhere', 100, false, 150, 92],
  ] as const)('stands %s', (_name, place, isLeft, target, height) => {
    expect(nameHeight(place, isLeft, target)).toBe(height);
  });
});
