import { convertUnit } from './units';

describe('convertUnit', () => {
  it.each([
    [1_500, 'ms', 's', 1.5],
    [0.25, 's', 'ms', 250],
    [7, 'MB/s', 'MB/s', 7],
    [7, 'ms', '%', undefined],
    [7, '%', '1', undefined],
    [7, 'bytes', 'MB/s', undefined],
  ] as const)('gives %d %s in %s as %d', (value, from, to, expected) => {
    expect(convertUnit(value, from, to)).toBe(expected);
  });
});
