import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  formatClock,
  formatDay,
  formatExactTime,
  formatInterval,
  formatNumber,
  formatStatistic,
  formatValue,
} from './format';
import type { Unit } from './units';

describe('formatNumber', () => {
  it.each([
    [412, '412'],
    [47.2, '47.2'],
    [47.25, '47.3'],
    [8.1, '8.1'],
    [0, '0'],
    [-0, '0'],
    [0.0333, '0.033'],
    [0.105, '0.105'],
    [0.0999744, '0.1'],
    [0.00012345, '0.000123'],
    [1.5e-7, '1.50e-7'],
    [99.94, '99.9'],
    [99.96, '100'],
    [999.6, '1,000'],
    [1_272, '1,272'],
    [1_271.6, '1,272'],
    [1_234_567, '1,234,567'],
    [-41.26, '-41.3'],
    [NaN, '–'],
    [Infinity, '–'],
  ])('writes %d as %s', (value, text) => {
    expect(formatNumber(value)).toBe(text);
  });
});

describe('formatValue', () => {
  it.each<[number, Unit, string]>([
    [412, 'ms', '412 ms'],
    [999, 'ms', '999 ms'],
    [1_000, 'ms', '1 s'],
    [2_340, 'ms', '2.34 s'],
    [22, 's', '22 s'],
    [118, '1/s', '118 req/s'],
    [0.0333, '%', '0.033 %'],
    [186, 'MB/s', '186 MB/s'],
    [1_272, 'samples/s', '1,272 samples/s'],
    [0, '1', '0'],
    [512, 'bytes', '512 B'],
    [42_000_000, 'bytes', '42 MB'],
    [-3_500, 'bytes/h', '-3.5 kB/h'],
    [0, 'bytes', '0 B'],
  ])('writes %d %s as %s', (value, unit, text) => {
    expect(formatValue(value, unit)).toBe(text.replace(' ', '\u202f'));
  });
});

describe('the other formats', () => {
  it('write an interval in the unit that stands beside it', () => {
    expect(formatInterval({ lower: 396, upper: 431 }, 'ms')).toBe('396–431');
    expect(formatInterval({ lower: 900, upper: 1_100 }, 'ms')).toBe('0.9–1.1');
  });

  it.each([
    ['p50', 'P50'],
    ['p999', 'P99.9'],
    ['max', 'max'],
  ])('write the statistic %s as %s', (statistic, text) => {
    expect(formatStatistic(statistic)).toBe(text);
  });

  it('write times in UTC and durations as a clock', () => {
    expect(formatExactTime('2026-11-23T14:32:07.000Z')).toBe(
      '23 Nov 2026, 14:32 UTC',
    );
    expect(formatDay('2026-11-09T23:59:59.000Z')).toBe('9 Nov');
    expect([41, 190, 3_723, -1].map(formatClock)).toEqual([
      '0:41',
      '3:10',
      '1:02:03',
      '0:00',
    ]);
  });
});

describe('the module of formats', () => {
  it('brings nothing along, so that a page may import it', () => {
    const read = (file: string) =>
      readFileSync(resolve(__dirname, file), 'utf8').match(/from '[^']+'/g) ??
      [];
    expect(new Set(read('format.ts'))).toEqual(new Set(["from './units'"]));
    expect(read('units.ts')).toEqual([]);
  });
});
