import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { startServer } from './testing/startServer';

const script = require.resolve('../scripts/bundle.mjs');
const bundle = script.replace('scripts/bundle.mjs', 'bundle/dynoscope.mjs');

function start(...words: string[]) {
  const child = spawn(process.execPath, [bundle, ...words], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  child.stdout.setEncoding('utf8').on('data', text => {
    out += text;
  });
  return {
    child,
    ended: once(child, 'close').then(([code]) => ({ code, out })),
  };
}

describe('the bundled command', () => {
  beforeAll(() => {
    execFileSync(process.execPath, [script]);
  });

  it('tells the version of its package', async () => {
    const { version } = require('../package.json');
    expect(await start('--version').ended).toEqual({
      code: 0,
      out: `${version}\n`,
    });
  });

  it('prints what was measured and exits with 130 on Ctrl-C', async () => {
    const server = await startServer({ delayMs: 2 });
    const { child, ended } = start('bench', '-z', '60s', '-c', '2', server.url);
    while (server.seen.length < 20) await new Promise(setImmediate);
    child.kill('SIGINT');
    const { code, out } = await ended;
    expect(code).toBe(130);
    expect(out).toMatch(/^Validity: /);
    expect(out).toContain('Stopped:     the run was aborted');
    const sent = Number(/(\d+) sent/.exec(out)![1]);
    expect(sent).toBe(server.seen.length);
    server.close();
  });

  it('exits with 2 and one line for a wrong call', async () => {
    const { code, out } = await start('bench', '-n').ended;
    expect({ code, out }).toEqual({ code: 2, out: '' });
  });
});
