import { runLoad } from './engine';
import { calmly } from './testing/calmly';
import { expectConservation } from './testing/conservation';
import { planFor } from './testing/plan';
import { startScripted } from './testing/startScripted';
import { type SeenRequest, startTarget } from './testing/startTarget';

jest.setTimeout(60_000);

function mostInASecond(log: SeenRequest[]): number {
  return Math.max(
    ...log.map(
      ({ at: from }) =>
        log.filter(({ at }) => at >= from && at < from + 1000).length,
    ),
  );
}

describe('the limits of a plan', () => {
  it('hold the requests, those of the warm-up included', async () => {
    const target = await startTarget({ delayMs: 2 });
    const result = await runLoad(
      planFor(target.url, {
        warmupSeconds: 0.1,
        seconds: 20,
        limits: { requests: 150 },
      }),
    );
    expect(await target.log()).toHaveLength(150);
    expect(result.warmup.sent + result.requests.sent).toBe(150);
    expect(result.stopped).toEqual({
      code: 'target-limit',
      message: 'the run reached its limit of 150 requests',
    });
    expect(result.validity.reasons).toContainEqual(
      expect.objectContaining({ code: 'target-limit' }),
    );
    expectConservation(result);
    await target.close();
  });

  it('hold the rate in each second, from the first one on', async () => {
    const rate = 50;
    const users = 10;
    const seconds = 3;
    async function attempt() {
      const target = await startTarget();
      const { throughput } = await runLoad(
        planFor(target.url, {
          warmupSeconds: 0.5,
          seconds: seconds - 0.5,
          arrival: { kind: 'closed', users },
          limits: { rate },
        }),
      );
      const log = await target.log();
      await target.close();
      expect(log.length).toBeLessThanOrEqual(rate * seconds + users);
      expect(log.length).toBeGreaterThan(rate * seconds * 0.5);
      expect(throughput.ceiling).toEqual({ rate, reached: true });
      return mostInASecond(log);
    }
    // A target that was kept from reading for a fifth of a second sees ten at once that were sent evenly; the pacer's own
    // test is exact.
    const most = await calmly(attempt, seen => seen <= rate + 1);
    expect(most).toBeLessThanOrEqual(rate + 1 + rate / 5);
  });

  it('are not what held the rate when the target was slower', async () => {
    const target = await startTarget({ delayMs: 100 });
    const { throughput } = await runLoad(
      planFor(target.url, { requests: 12, limits: { rate: 500 } }),
    );
    expect(throughput.ceiling).toEqual({ rate: 500, reached: false });
    await target.close();
  });

  it('measure no wait for a slot as latency', async () => {
    const target = await startTarget();
    const { latency } = await runLoad(
      planFor(target.url, {
        requests: 20,
        arrival: { kind: 'closed', users: 10 },
        limits: { rate: 20 },
      }),
    );
    // Ten users at 20 a second wait half a second for each slot.
    expect(latency.p50).toBeLessThan(100);
    await target.close();
  });

  it('hold the seconds', async () => {
    const target = await startTarget({ delayMs: 2 });
    const result = await runLoad(
      planFor(target.url, { requests: 1e6, limits: { seconds: 0.5 } }),
    );
    const times = (await target.log()).map(({ at }) => at);
    // The target may read late what was sent in time.
    expect(times.at(-1)! - times[0]).toBeLessThan(500 + 250);
    expect(result.stopped?.code).toBe('target-limit');
    expect(result.requests.unsent).toBe(1e6 - times.length);
    await target.close();
  });

  it('hold the bytes of both ways, in the middle of an answer too', async () => {
    const server = await startScripted(socket => {
      socket.write(`HTTP/1.1 200 OK\r\nContent-Length: 5000000\r\n\r\n`);
      socket.write('x'.repeat(5_000_000));
    });
    const bytes = 1_000_000;
    const result = await runLoad(
      planFor(server.url, { seconds: 20, limits: { bytes } }),
    );
    expect(result.stopped?.message).toContain('1000000 bytes');
    expect(result.bytes.sent + result.bytes.received).toBeLessThan(
      bytes + 70_000,
    );
    expect(server.requests()).toBeLessThanOrEqual(4);
    expectConservation(result);
    server.close();
  });

  it('let nothing go that would exceed the bytes', async () => {
    const target = await startTarget();
    const result = await runLoad(
      planFor(target.url, { seconds: 20, limits: { bytes: 100 } }),
    );
    expect(result.bytes).toEqual({ sent: 0, received: 0 });
    expect(await target.log()).toHaveLength(0);
    await target.close();
  });
});
