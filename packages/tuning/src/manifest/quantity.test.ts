import * as fc from 'fast-check';
import { formatQuantity, parseQuantity } from './quantity';

describe('a quantity', () => {
  it.each<[string | number, number]>([
    ['500m', 0.5],
    ['2', 2],
    [2, 2],
    ['0.1', 0.1],
    ['.5', 0.5],
    ['1.', 1],
    ['-1', -1],
    ['4.7m', 0.0047],
    ['100u', 1e-4],
    ['1k', 1_000],
    ['1Ki', 1_024],
    ['1Gi', 1_073_741_824],
    ['1.5Gi', 1_610_612_736],
    ['128974848', 128_974_848],
    ['129e6', 129e6],
    ['129M', 129e6],
    ['123Mi', 128_974_848],
    ['1E', 1e18],
    ['1Ei', 2 ** 60],
    ['1E3', 1_000],
    ['5e-1', 0.5],
  ])('%s is %d', (text, value) => {
    expect(parseQuantity(text)).toBe(value);
  });

  it.each([
    '',
    ' 1',
    '1 Gi',
    '1gi',
    '1K',
    '1mi',
    'm',
    '1e',
    '1e9999',
    '1e999',
    '1,5',
    '0x10',
    '--1',
    '1GiB',
    'Infinity',
    'NaN',
    '9'.repeat(200),
  ])('%j is none', text => {
    expect(() => parseQuantity(text)).toThrow(
      /^".*" is not a quantity: write a number with one of n, u, m, k, M/,
    );
  });

  it.each([
    [0.5, 'cpu', '500m'],
    [2, 'cpu', '2'],
    [1.25, 'cpu', '1250m'],
    [0.0001, 'cpu', '1m'],
    [1_000, 'cpu', '1000'],
    [2 ** 30, 'memory', '1Gi'],
    [1.5 * 2 ** 30, 'memory', '1536Mi'],
    [1_000, 'memory', '1000'],
    [1_000.5, 'memory', '1001'],
    [0, 'memory', '0'],
    [100_000, 'other', '100k'],
    [100, 'other', '100'],
    [0.1, 'other', '100m'],
  ] as const)('%d of %s is written %s', (value, resource, text) => {
    expect(formatQuantity({ value, resource })).toBe(text);
  });

  it('comes back as it was written, whatever the resource', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: 2 ** 31 - 1 }),
        fc.constantFrom('cpu', 'memory', 'other'),
        (whole, resource) => {
          const value = resource === 'cpu' ? whole / 1_000 : whole;
          expect(parseQuantity(formatQuantity({ value, resource }))).toBe(
            value,
          );
        },
      ),
    );
  });

  it('is finite', () => {
    expect(() => formatQuantity({ value: NaN, resource: 'cpu' })).toThrow(
      'A quantity must be a finite number',
    );
  });
});
