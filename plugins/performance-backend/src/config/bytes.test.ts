import fc from 'fast-check';
import { parseBytes } from './bytes';

describe('parseBytes', () => {
  it.each([
    ['1GB', 1e9],
    ['1GiB', 2 ** 30],
    ['1.5MB', 1_500_000],
    ['250 kB', 250_000],
    [' 12 ', 12],
    [7, 7],
  ])('reads %j', (size, bytes) => {
    expect(parseBytes(size)).toBe(bytes);
  });

  it.each(['', 'GB', '-1', '1e3', '1gb', '1 G B', '0x10', 'NaN', '9999999TB'])(
    'refuses %j',
    size => {
      expect(() => parseBytes(size)).toThrow('must be a size such as 500MB');
    },
  );

  it('gives a whole number or refuses, whatever the text', () => {
    const bytesOf = (text: string) => {
      try {
        return parseBytes(text);
      } catch {
        return 0;
      }
    };
    fc.assert(
      fc.property(fc.string(), text => {
        expect(Number.isSafeInteger(bytesOf(text))).toBe(true);
      }),
    );
  });
});
