import { RequestLog } from './RequestLog';

describe('RequestLog', () => {
  it('shows a request as soon as it has come, and how long it was held in the end', () => {
    const log = new RequestLog();
    const entry = log.open({ path: '/a', runId: 'r-1', userAgent: 'x/1' });
    expect(log.list()).toEqual([
      {
        at: expect.any(String),
        heldMs: 0,
        path: '/a',
        runId: 'r-1',
        userAgent: 'x/1',
      },
    ]);
    entry.read();
    entry.close(200);
    const [closed] = log.list();
    expect(closed.status).toBe(200);
    expect(closed.heldMs).toBeGreaterThanOrEqual(0);
    expect(log.list()[0].heldMs).toBe(closed.heldMs);
  });

  it('drops the oldest when it is full and keeps the order', () => {
    const log = new RequestLog(3);
    for (const path of ['/1', '/2', '/3', '/4', '/5']) {
      log.open({ path });
    }
    expect(log.list().map(({ path }) => path)).toEqual(['/3', '/4', '/5']);
  });

  it('lists from a time on, and cuts what strangers send', () => {
    jest.useFakeTimers({ now: 1_000 });
    const log = new RequestLog();
    log.open({ path: '/early' });
    jest.setSystemTime(2_000);
    log.open({ path: `/${'a'.repeat(10_000)}` });
    expect(log.list(1_001)).toHaveLength(1);
    expect(log.list(2_000)[0].path).toHaveLength(200);
    expect(log.list(2_001)).toEqual([]);
    expect(log.list()[0].at).toBe('1970-01-01T00:00:01.000Z');
    jest.useRealTimers();
  });
});
