import { run } from './testing/run';

describe('dynoscope', () => {
  it.each([['--help'], ['-h'], ['help'], ['bench --help'], ['bench -h']])(
    'shows an example and how to go on for %j',
    async line => {
      const { code, out, err } = await run(line.split(' '));
      expect([code, err]).toEqual([0, '']);
      expect(out).toMatch(/Examples?:\n {2}dynoscope bench/);
    },
  );

  it('explains each flag and exit code of bench', async () => {
    const { out } = await run(['bench', '--help']);
    for (const flag of ['-z', '-disable-keepalive', '--slo', '--plan', '-o']) {
      expect(out).toMatch(new RegExp(`^ {2}${flag} `, 'm'));
    }
    expect(out).toContain('Exit codes: 0 fine; 1');
    const longest = Math.max(...out.split('\n').map(line => line.length));
    expect(longest).toBeLessThanOrEqual(110);
  });

  it('tells its version', async () => {
    expect(await run(['--version'])).toEqual({
      code: 0,
      out: '1.2.3\n',
      err: '',
    });
  });

  it.each([[''], ['run'], ['--rate 5']])(
    'knows no command %j and says so',
    async line => {
      const { code, out, err } = await run(line.split(' ').filter(Boolean));
      expect([code, out]).toEqual([2, '']);
      expect(err).toMatch(/^dynoscope: .*bench/);
    },
  );
});
