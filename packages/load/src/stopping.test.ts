import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { runLoad } from './engine';
import type { LoadProgress } from './LoadOptions';
import { expectConservation } from './testing/conservation';
import { planFor } from './testing/plan';
import { startTarget } from './testing/startTarget';

jest.setTimeout(60_000);

const wallClock = () => performance.timeOrigin + performance.now();

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

describe('a run', () => {
  it('sends nothing more after it is aborted, and returns what was measured', async () => {
    const target = await startTarget({ delayMs: 5 });
    const abort = new AbortController();
    let abortedAt = Infinity;
    const result = await runLoad(planFor(target.url, { seconds: 60 }), {
      signal: abort.signal,
      onProgress: ({ succeeded }) => {
        if (succeeded < 20 || abort.signal.aborted) return;
        abortedAt = wallClock();
        abort.abort();
      },
    });
    expect(result.stopped).toEqual({
      code: 'aborted',
      message: 'the run was aborted',
    });
    expect(result.requests.succeeded).toBeGreaterThanOrEqual(20);
    expect(result.requests.inFlight).toBeGreaterThan(0);
    expectConservation(result);
    const log = await target.log();
    expect(log.length).toBe(result.requests.sent);
    // The target reads what was sent before a little later.
    expect(log.at(-1)!.at).toBeLessThan(abortedAt + 100);
    await target.close();
  });

  it('sends nothing at all when it is aborted before it begins', async () => {
    const target = await startTarget();
    const result = await runLoad(planFor(target.url), {
      signal: AbortSignal.abort(),
    });
    expect(result.requests).toMatchObject({ sent: 0, unsent: 40 });
    expect(result.stopped?.code).toBe('aborted');
    expect(await target.connections()).toBe(0);
    expectConservation(result);
    await target.close();
  });

  it('ends for a reason of its caller', async () => {
    const target = await startTarget({ delayMs: 5 });
    const stop = { code: 'killed', message: 'the operator said so' };
    const result = await runLoad(planFor(target.url, { seconds: 60 }), {
      shouldStop: ({ succeeded }: LoadProgress) =>
        succeeded > 10 ? stop : undefined,
    });
    expect(result.stopped).toEqual(stop);
    await target.close();
  });

  it('ends by itself when its target fails too often', async () => {
    const target = await startTarget({ delayMs: 2, failEvery: 3 });
    const result = await runLoad(planFor(target.url, { seconds: 60 }));
    expect(result.stopped?.code).toBe('breaker');
    expect(result.stopped?.message).toMatch(
      /^\d+ of \d+ requests of the last 10 s failed, more than 5 %$/,
    );
    const { length } = await target.log();
    // 50 requests are needed to judge; what is sent until the next look is a few.
    expect(length).toBeGreaterThanOrEqual(50);
    expect(length).toBeLessThan(150);
    expectConservation(result);
    await target.close();
  });

  it('goes on without a breaker, and counts every failure', async () => {
    const target = await startTarget({ failEvery: 3 });
    const result = await runLoad(
      planFor(target.url, { requests: 99, breaker: false }),
    );
    expect(result.requests).toMatchObject({
      succeeded: 66,
      failed: 33,
      errors: { 'http-5xx': 33 },
    });
    expect(result.errorExamples).toEqual({ 'http-5xx': 'HTTP 503' });
    expectConservation(result);
    await target.close();
  });

  it.each(['127.0.0.1', 'localhost'])(
    'finds out at once that nothing listens at %s',
    async host => {
      const port = await freePort();
      const result = await runLoad(
        planFor(`http://${host}:${port}/m:predict`, { seconds: 60 }),
      );
      expect(result.requests).toMatchObject({
        sent: 4,
        failed: 4,
        errors: { connect: 4 },
      });
      expect(result.stopped?.code).toBe('unreachable');
      expect(result.validity).toMatchObject({
        verdict: 'invalid',
        reasons: [
          {
            code: 'unreachable',
            message:
              'no request reached the target: cannot connect (ECONNREFUSED)',
          },
          { code: 'too-few-samples' },
        ],
      });
      expectConservation(result);
    },
  );

  it('says that a host name has no address', async () => {
    const result = await runLoad(planFor('http://nowhere.invalid/m:predict'));
    expect(result.requests.errors).toEqual({ dns: 1 });
    expect(result.validity.verdict).toBe('invalid');
    expectConservation(result);
  });
});
