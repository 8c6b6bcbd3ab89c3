import { type Flag, readArguments } from './readArguments';

const known: readonly Flag[] = [
  { name: 'n', value: 'COUNT', help: '' },
  { name: 'H', value: 'HEADER', many: true, help: '' },
  { name: 'disable-keepalive', help: '' },
  { name: 'help', alias: 'h', help: '' },
];

describe('readArguments', () => {
  it.each<[string, Record<string, string[]>, string[]]>([
    ['-n 5 URL', { n: ['5'] }, ['URL']],
    ['--n 5 URL', { n: ['5'] }, ['URL']],
    ['-n=5 URL', { n: ['5'] }, ['URL']],
    ['URL --n=5=6', { n: ['5=6'] }, ['URL']],
    ['-n -5 URL', { n: ['-5'] }, ['URL']],
    ['-n 5 -n 6', { n: ['6'] }, []],
    ['-H a -H b', { H: ['a', 'b'] }, []],
    ['-disable-keepalive URL', { 'disable-keepalive': [''] }, ['URL']],
    ['-h', { help: [''] }, []],
    ['- URL -- -n', {}, ['-', 'URL', '-n']],
    ['', {}, []],
  ])('reads %j', (line, flags, words) => {
    const given = readArguments(line.split(' ').filter(Boolean), known);
    expect(Object.fromEntries(given.flags)).toEqual(flags);
    expect(given.words).toEqual(words);
  });

  it.each<[string, RegExp]>([
    ['-x', /^Unknown flag -x\./],
    ['--rate=5', /^Unknown flag --rate\./],
    ['-n', /^-n needs a value: COUNT/],
    ['-help=yes', /^--help takes no value/],
    ['--constructor', /^Unknown flag --constructor\./],
  ])('refuses %j and names the flag', (line, message) => {
    expect(() => readArguments(line.split(' '), known)).toThrow(message);
  });

  it('says what to do instead of a flag that it knows of', () => {
    expect(() => readArguments(['-q'], known, { q: 'Use -r.' })).toThrow(
      'Unknown flag -q. Use -r.',
    );
  });
});
