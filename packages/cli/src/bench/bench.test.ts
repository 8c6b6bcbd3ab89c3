import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadResultSchema } from '@dynoscope/load';
import { run } from '../testing/run';
import { startServer } from '../testing/startServer';

const folder = mkdtempSync(join(tmpdir(), 'dynoscope-bench-'));
const bodyFile = join(folder, 'request.json');
writeFileSync(bodyFile, '{"instances":[[5.1,3.5,1.4,0.2]]}');
afterAll(() => rmSync(folder, { recursive: true }));

/** What a server sees of a command, without and with a flag. */
async function compare(flags: string[], path: string = '') {
  const seen = [];
  for (const more of [[], flags]) {
    const server = await startServer();
    const url = `${server.url}${path}`;
    const { code, err } = await run([
      ...['bench', '-n', '8', '-c', '2', '-d', 'text'],
      ...more,
      url,
    ]);
    expect({ code, err }).toEqual({ code: expect.any(Number), err: '' });
    const times = server.seen.map(({ at }) => at);
    seen.push({
      requests: server.seen.length,
      connections: server.connections(),
      milliseconds: Math.max(...times) - Math.min(...times),
      ...server.seen[0],
    });
    server.close();
  }
  const [without, withFlag] = seen;
  return { without, withFlag };
}

describe('each flag changes what a server sees:', () => {
  it('-n', async () => {
    const { without, withFlag } = await compare(['-n', '12']);
    expect([without.requests, withFlag.requests]).toEqual([8, 12]);
  });

  it('-c', async () => {
    const { without, withFlag } = await compare(['-c', '4']);
    expect([without.connections, withFlag.connections]).toEqual([2, 4]);
  });

  it('-z, which makes -n mean nothing', async () => {
    const { without, withFlag } = await compare(['-z', '300ms']);
    expect(without.requests).toBe(8);
    expect(withFlag.requests).toBeGreaterThan(8);
    expect(withFlag.milliseconds).toBeGreaterThan(200);
  });

  it('-q', async () => {
    const { without, withFlag } = await compare(['-q', '5']);
    // Two users send together at once, the other six requests at 10 a second.
    expect(withFlag.milliseconds).toBeGreaterThan(550);
    expect(without.milliseconds).toBeLessThan(withFlag.milliseconds);
  });

  it('-m', async () => {
    const { without, withFlag } = await compare(['-m', 'PATCH']);
    expect([without.method, withFlag.method]).toEqual(['GET', 'PATCH']);
  });

  it('-H', async () => {
    const { without, withFlag } = await compare([
      ...['-H', 'X-One: 1', '-H', 'user-agent: me', '-H', 'Host: a.example'],
    ]);
    expect(without.headers).not.toHaveProperty('x-one');
    expect(without.headers['user-agent']).toMatch(/^dynoscope\//);
    expect(withFlag.headers).toMatchObject({
      'x-one': '1',
      'user-agent': 'me',
      host: 'a.example',
    });
  });

  it('-d and -D', async () => {
    const server = await startServer();
    await run(['bench', '-n', '1', '-c', '1', '-D', bodyFile, server.url]);
    await run(['bench', '-n', '1', '-c', '1', '-d', 'text', server.url]);
    await run(['bench', '-n', '1', '-c', '1', server.url]);
    expect(server.seen.map(({ body }) => body)).toEqual([
      readFileSync(bodyFile, 'utf8'),
      'text',
      '',
    ]);
    server.close();
  });

  it('-T, whose default is that of hey', async () => {
    const { without, withFlag } = await compare(['-T', 'text/plain']);
    expect(without.headers['content-type']).toBe('text/html');
    expect(withFlag.headers['content-type']).toBe('text/plain');
  });

  it('-t', async () => {
    const server = await startServer({ delayMs: 2_000 });
    const { out } = await run([
      ...['bench', '-n', '1', '-c', '1', '-t', '0.1', '-o', 'json', server.url],
    ]);
    expect(JSON.parse(out).requests.errors).toEqual({ timeout: 1 });
    server.close();
  });

  it('-disable-keepalive', async () => {
    const { without, withFlag } = await compare(['-disable-keepalive']);
    expect([without.connections, withFlag.connections]).toEqual([2, 8]);
    expect(withFlag.headers.connection).toBe('close');
  });

  it('--warmup', async () => {
    const { without, withFlag } = await compare(['--warmup', '100ms']);
    expect(without.requests).toBe(8);
    expect(withFlag.requests).toBeGreaterThan(8);
  });

  it('--protocol', async () => {
    const { without, withFlag } = await compare(['--protocol', 'kserve-v1']);
    expect([without.method, withFlag.method]).toEqual(['GET', 'POST']);
    expect(withFlag.headers['content-type']).toBe('application/json');
  });
});

describe('dynoscope bench', () => {
  it("runs the guide's own command line with hey replaced", async () => {
    const server = await startServer();
    const path = 'v1/models/my-model:predict';
    const { code, out } = await run([
      ...['bench', '-z', '1s', '-c', '10', '-m', 'POST'],
      ...['-H', 'Content-Type: application/json', '-D', bodyFile],
      `${server.url}${path}`,
    ]);
    expect(code).toBe(0);
    expect(out).toMatch(/^Validity: /);
    expect(out).toContain('kserve-v1, raw path');
    expect(server.seen[0]).toMatchObject({
      method: 'POST',
      url: `/${path}`,
      body: readFileSync(bodyFile, 'utf8'),
      headers: {
        'content-type': 'application/json',
        'x-dynoscope-run': expect.stringMatching(/^cli-/),
      },
    });
    server.close();
  });

  it('prints and saves the bench JSON, and repeats it', async () => {
    const server = await startServer();
    const file = join(folder, 'result.json');
    const first = await run([
      ...['bench', '-n', '20', '-c', '2', '-o', 'json', '--save', file],
      ...['-H', 'Authorization: Bearer hidden', '-d', '{}'],
      `${server.url}v2/models/m/infer`,
    ]);
    const result = loadResultSchema.parse(JSON.parse(first.out));
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(
      JSON.parse(first.out),
    );
    expect(result.plan.protocol).toBe('open-inference-v2');
    expect(result.requests.succeeded).toBe(20);
    expect(first.out).not.toContain('hidden');
    expect(server.seen[0].headers.authorization).toBe('Bearer hidden');

    const again = await run([
      ...['bench', '--plan', file, '-o', 'json', '-H', 'X-Api-Key: other'],
    ]);
    const second = loadResultSchema.parse(JSON.parse(again.out));
    const runs = [result, second].map(
      ({ plan }) => plan.headers['x-dynoscope-run'],
    );
    expect(runs[0]).not.toBe(runs[1]);
    delete result.plan.headers['x-dynoscope-run'];
    delete second.plan.headers['x-dynoscope-run'];
    expect(second.plan).toEqual(result.plan);
    expect(server.seen).toHaveLength(40);
    expect(server.seen[39].headers['x-api-key']).toBe('other');
    server.close();
  });

  it.each<[string, string[], Parameters<typeof startServer>[0], number]>([
    ['all is well', [], {}, 0],
    ['an objective is met', ['--slo', 'p50=5s'], {}, 0],
    ['an objective is missed', ['--slo', 'p50=5ms'], { delayMs: 20 }, 1],
    ['too little was measured', ['--slo', 'p99=5s'], {}, 3],
    ['nothing succeeded', [], { status: 500 }, 3],
    ['the answer is none', ['--protocol', 'kserve-v1'], { body: '{}' }, 3],
    ['a flag is unknown', ['--find-max'], {}, 2],
    ['the form is unknown', ['-o', 'yaml'], {}, 2],
    ['the result cannot be saved', ['--save', '/nowhere/r.json'], {}, 2],
  ])('exits when %s with its own code', async (_name, flags, options, code) => {
    const server = await startServer(options);
    const words = ['bench', '-n', '20', '-c', '2', '-d', '{}', ...flags];
    const ended = await run([...words, server.url]);
    expect({ code: ended.code, asked: server.seen.length > 0 }).toEqual({
      code,
      asked: code !== 2,
    });
    expect(ended.err).toContain(code === 2 ? flags[0] : '');
    server.close();
  });

  it('exits with 3 where nothing listens', async () => {
    const server = await startServer();
    server.close();
    const { code, out } = await run(['bench', server.url]);
    expect(code).toBe(3);
    expect(out).toMatch(/^Validity: +invalid\n +unreachable: /);
  });

  it('prints what was measured when it is interrupted', async () => {
    const server = await startServer({ delayMs: 1 });
    const abort = new AbortController();
    const running = run(
      ['bench', '-z', '60s', '-c', '2', '-o', 'json', server.url],
      { signal: abort.signal },
    );
    while (server.seen.length < 10) await new Promise(setImmediate);
    abort.abort();
    const { code, out } = await running;
    expect(code).toBe(130);
    expect(JSON.parse(out)).toMatchObject({ stopped: { code: 'aborted' } });
    server.close();
  });

  it('shows how it goes where somebody watches, apart from the document', async () => {
    const server = await startServer({ delayMs: 1 });
    const words = ['bench', '-z', '600ms', '-c', '2', server.url];
    const watched = await run(words, { live: true });
    expect(watched.err).toMatch(/\r.*steady · \d+ of 0\.6 s · .*P50/);
    expect(watched.out).not.toContain('\r');
    const { err } = await run(words);
    expect(err).toBe('');
    server.close();
  });
});
