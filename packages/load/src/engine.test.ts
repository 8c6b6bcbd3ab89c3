import { decodeHistogram } from '@dynoscope/statistics';
import { runLoad } from './engine';
import type { LoadProgress } from './LoadOptions';
import { loadResultSchema } from './LoadResult';
import { expectConservation } from './testing/conservation';
import { planFor } from './testing/plan';
import { startTarget } from './testing/startTarget';

jest.setTimeout(60_000);

describe('runLoad', () => {
  it('sends exactly the requests that were asked for, as they were asked for', async () => {
    const target = await startTarget();
    const plan = planFor(`${target.url}?v=2`, {
      headers: { 'X-Dynoscope-Run': 'r1' },
    });
    const result = await runLoad(plan, {
      secretHeaders: { authorization: 'Bearer secret' },
    });
    const log = await target.log();
    expect(log).toHaveLength(40);
    expect(await target.connections()).toBe(4);
    for (const { method, url, body, headers } of log) {
      expect({ method, url, body }).toEqual({
        method: 'POST',
        url: '/v1/models/m:predict?v=2',
        body: '{"instances":[[1]]}',
      });
      expect(headers).toMatchObject({
        host: new URL(target.url).host,
        'user-agent': expect.stringMatching(/^dynoscope\/\d/),
        'content-type': 'application/json',
        'x-dynoscope-run': 'r1',
        authorization: 'Bearer secret',
      });
    }
    expect(result.requests).toMatchObject({ planned: 40, succeeded: 40 });
    expect(JSON.stringify(result)).not.toContain('secret');
    await target.close();
  });

  it('gives a result that its schema reads back unchanged', async () => {
    const target = await startTarget();
    const result = await runLoad(
      planFor(target.url, { slo: [{ name: 'p50', atMost: 5000 }] }),
    );
    const copy = JSON.parse(JSON.stringify(result));
    expect(loadResultSchema.parse(copy)).toEqual(result);
    expect(decodeHistogram(result.histogram).count).toBe(40);
    expect(result).toMatchObject({
      path: 'raw',
      bytes: { received: expect.any(Number) },
      slo: [{ name: 'p50', status: 'pass' }],
    });
    expectConservation(result);
    await target.close();
  });

  it('measures nothing of the warm-up and counts it apart', async () => {
    const target = await startTarget({ delayMs: 5 });
    const result = await runLoad(
      planFor(target.url, { warmupSeconds: 0.3, requests: 20 }),
    );
    const log = await target.log();
    expect(result.warmup.sent).toBeGreaterThan(4);
    expect(result.warmup.sent + 20).toBe(log.length);
    expect(result.requests.sent).toBe(20);
    expect(result.latency.n).toBe(20);
    expectConservation(result);
    await target.close();
  });

  it('tells how it goes, and never counts more than the target saw', async () => {
    const target = await startTarget({ delayMs: 2 });
    const seen: LoadProgress[] = [];
    const checks: Promise<void>[] = [];
    await runLoad(planFor(target.url, { seconds: 1, warmupSeconds: 0.3 }), {
      onProgress: progress => {
        seen.push(progress);
        checks.push(
          target.log().then(({ length }) => {
            expect(progress.sent).toBeLessThanOrEqual(length);
          }),
        );
      },
    });
    await Promise.all(checks);
    expect(seen.length).toBeGreaterThanOrEqual(4);
    expect(new Set(seen.map(({ phase }) => phase))).toEqual(
      new Set(['warmup', 'steady', 'drain']),
    );
    const last = seen.at(-1)!;
    expect(last.sent).toBe((await target.log()).length);
    expect(last.inFlight).toBe(0);
    expect(last.p99).toBeGreaterThan(1);
    await target.close();
  });

  it('waits for the answers that are still to come, however the sending ended', async () => {
    const target = await startTarget({ delayMs: 200 });
    const result = await runLoad(planFor(target.url, { seconds: 0.1 }));
    expect(result.requests).toMatchObject({ succeeded: 4, inFlight: 0 });
    await target.close();
  });

  it('lets users think', async () => {
    const target = await startTarget();
    const thinkMs = 60;
    await runLoad(
      planFor(target.url, {
        arrival: { kind: 'closed', users: 1, thinkMs },
        requests: 4,
      }),
    );
    const times = (await target.log()).map(({ at }) => at);
    const gaps = times.slice(1).map((at, index) => at - times[index]);
    // Timers may be a millisecond early against another thread's clock.
    expect(Math.min(...gaps)).toBeGreaterThan(thinkMs - 2);
    await target.close();
  });

  it('throws what the caller throws', async () => {
    const target = await startTarget();
    const run = runLoad(planFor(target.url, { seconds: 5 }), {
      onProgress: () => {
        throw new Error('no more');
      },
    });
    await expect(run).rejects.toThrow('no more');
    await target.close();
  });

  it('does not begin with a plan that is wrong', async () => {
    await expect(runLoad(planFor('nowhere'))).rejects.toThrow(
      'Invalid load plan: url: must be an absolute http or https address',
    );
  });
});
