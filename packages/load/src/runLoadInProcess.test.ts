import childProcess, { type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { childArguments } from './childArguments';
import { loadResultSchema } from './LoadResult';
import { runLoadInProcess } from './runLoadInProcess';
import { calmly } from './testing/calmly';
import { expectConservation } from './testing/conservation';
import { planFor } from './testing/plan';
import { startTarget } from './testing/startTarget';

jest.setTimeout(60_000);

const wallClock = () => performance.timeOrigin + performance.now();

describe('runLoadInProcess', () => {
  const fork = jest.spyOn(childProcess, 'fork');
  const lastChild = () =>
    fork.mock.results.at(-1)!.value as unknown as ChildProcess;

  afterEach(() => fork.mockClear());
  afterAll(() => fork.mockRestore());

  it('measures in another process, which gets its secrets neither by argument nor by environment', async () => {
    process.env.DYNOSCOPE_TEST_SECRET = 'from-the-environment';
    const target = await startTarget();
    const progress = jest.fn();
    const result = await runLoadInProcess(planFor(target.url), {
      secretHeaders: { authorization: 'Bearer hidden' },
      onProgress: progress,
    });
    expect(loadResultSchema.parse(result)).toEqual(result);
    expect(result.requests.succeeded).toBe(40);
    expectConservation(result);
    expect(progress).toHaveBeenCalled();
    const log = await target.log();
    expect(log).toHaveLength(40);
    expect(log[0].headers.authorization).toBe('Bearer hidden');

    const child = lastChild();
    expect(child.pid).not.toBe(process.pid);
    const [, , options] = fork.mock.calls.at(-1)!;
    const told = JSON.stringify([child.spawnargs, options, result]);
    expect(told).not.toMatch(/hidden|from-the-environment/);
    delete process.env.DYNOSCOPE_TEST_SECRET;
    await target.close();
  });

  it('stops sending as soon as it is aborted, and returns what was measured', async () => {
    async function attempt() {
      const target = await startTarget({ delayMs: 5 });
      const abort = new AbortController();
      let abortedAt = Infinity;
      const run = runLoadInProcess(planFor(target.url, { seconds: 60 }), {
        signal: abort.signal,
        onProgress: ({ succeeded }) => {
          if (succeeded < 20 || abort.signal.aborted) return;
          abortedAt = wallClock();
          abort.abort();
        },
      });
      // On a busy machine it may be killed before it gets to its answer.
      const result = await run.catch(() => undefined);
      const log = await target.log();
      await target.close();
      expect(log.at(-1)!.at).toBeLessThan(abortedAt + 1000);
      return result;
    }
    const result = await calmly(attempt, outcome => outcome !== undefined);
    expect(result?.stopped?.code).toBe('aborted');
    expect(result?.requests.succeeded).toBeGreaterThanOrEqual(20);
  });

  it('sends nothing when it is aborted before its process is there', async () => {
    const target = await startTarget();
    const abort = new AbortController();
    const run = runLoadInProcess(planFor(target.url), {
      signal: abort.signal,
    });
    abort.abort();
    const result = await run;
    expect(result).toMatchObject({
      requests: { sent: 0 },
      stopped: { code: 'aborted' },
    });
    expect(await target.connections()).toBe(0);
    await target.close();
  });

  it('ends for a reason of its caller', async () => {
    const target = await startTarget({ delayMs: 5 });
    const stop = { code: 'killed', message: 'the operator said so' };
    const result = await runLoadInProcess(
      planFor(target.url, { seconds: 60 }),
      { shouldStop: ({ succeeded }) => (succeeded > 10 ? stop : undefined) },
    );
    expect(result.stopped).toEqual(stop);
    await target.close();
  });

  it('kills a process that does not obey', async () => {
    const target = await startTarget({ delayMs: 5 });
    const abort = new AbortController();
    const run = runLoadInProcess(planFor(target.url, { seconds: 60 }), {
      signal: abort.signal,
      onProgress: ({ succeeded }) => {
        if (succeeded === 0) return;
        lastChild().kill('SIGSTOP');
        abort.abort();
      },
    });
    await expect(run).rejects.toThrow(
      'The load process did not stop in time and was killed',
    );
    const child = lastChild();
    if (child.signalCode === null) await once(child, 'exit');
    expect(child.signalCode).toBe('SIGKILL');
    await target.close();
  });

  it('fails when its process dies', async () => {
    const target = await startTarget({ delayMs: 5 });
    const run = runLoadInProcess(planFor(target.url, { seconds: 60 }), {
      onProgress: ({ succeeded }) => {
        if (succeeded > 0) lastChild().kill('SIGKILL');
      },
    });
    await expect(run).rejects.toThrow(
      'The load process ended without a result (SIGKILL)',
    );
    await target.close();
  });

  it.each([
    ['dies', 'SIGKILL', 1_000],
    ['stands still', 'SIGSTOP', 7_000],
  ] as const)(
    'sends nothing more when the process that started it %s',
    async (_, kill, within) => {
      const target = await startTarget({ delayMs: 5 });
      const plan = JSON.stringify(planFor(target.url, { seconds: 60 }));
      const script = `require('@dynoscope/load').runLoadInProcess(${plan}, {
      onProgress: ({ succeeded }) => { if (succeeded > 0) process.stdout.write('running'); },
    });`;
      const parent = childProcess.spawn(
        process.execPath,
        [...childArguments('index.ts'), '--eval', script],
        { stdio: ['ignore', 'pipe', 'inherit'] },
      );
      await once(parent.stdout, 'data');
      parent.kill(kill);
      const endedAt = wallClock();
      await target.quiet();
      expect((await target.log()).at(-1)!.at).toBeLessThan(endedAt + within);
      parent.kill('SIGKILL');
      if (parent.signalCode === null) await once(parent, 'exit');
      await target.close();
    },
    60_000,
  );

  it('does not begin with a plan that is wrong', async () => {
    await expect(runLoadInProcess(planFor('nowhere'))).rejects.toThrow(
      'Invalid load plan: url',
    );
    expect(fork).not.toHaveBeenCalled();
  });
});
