import { compareVersions } from './versions';

describe('a version', () => {
  it.each([
    ['0.15', '0.16', -1],
    ['0.9', '0.16', -1],
    ['0.15.2', '0.16', -1],
    ['v0.16.0', '0.16', 0],
    ['0.16.0-rc1', '0.16', 0],
    ['1.31.0+build', '1.31', 0],
    ['0.20', '0.16', 1],
    ['1', '0.20', 1],
    [' 0.16 ', '0.16.1', -1],
  ])('%s against %s is %i', (one, other, sign) => {
    expect(Math.sign(compareVersions(one, other))).toBe(sign);
    expect(Math.sign(compareVersions(other, one))).toBe(0 - sign);
  });

  it.each(['', 'latest', '0.x', '0.16.1.2', '9'.repeat(100)])(
    '%j is none',
    text => {
      expect(() => compareVersions(text, '0.16')).toThrow(/is not a version/);
      expect(() => compareVersions('0.16', text)).toThrow(/is not a version/);
    },
  );
});
