import type { Knex } from 'knex';
import { testDatabases } from '../../__testUtils__/databases';
import { plan } from '../../__testUtils__/plan';
import { databaseNowPlus } from '../../database/databaseNow';
import type { NewRun } from './addRun';
import { RunQueue } from './RunQueue';
import { RunStore } from './RunStore';

jest.setTimeout(60_000);

const databases = testDatabases();

const run = (target: string, changes: Partial<NewRun> = {}): NewRun => ({
  plan: plan(),
  trigger: 'user',
  requestedBy: 'user:default/guest',
  targets: [{ target, requests: 100 }],
  ...changes,
});

const error = (code: string) =>
  expect.objectContaining({ reason: expect.objectContaining({ code }) });

describe.each(databases.ids)('the run queue on %s', id => {
  let knex: Knex;
  let queue: RunQueue;
  let store: RunStore;

  beforeEach(async () => {
    knex = await databases.migrated(id);
    queue = RunQueue.create({ knex });
    store = RunStore.create({ knex });
  });

  const expireLeases = () =>
    knex('runs')
      .whereNotNull('lease_until')
      .update({ lease_until: databaseNowPlus(knex, -1) });

  it('lets one run hold a target, names it to the others, and leaves nothing of these', async () => {
    const first = await queue.add(run('a:80'));
    expect(first).toMatchObject({
      state: 'queued',
      progress: { probes: [{ probe: 'echo', state: 'waiting' }] },
    });
    await expect(
      queue.add(
        run('', {
          targets: ['b:80', 'a:80'].map(target => ({ target, requests: 1 })),
        }),
      ),
    ).rejects.toMatchObject({
      name: 'ConflictError',
      code: 'busy',
      runId: first.id,
    });
    await queue.add(run('b:80'));
    await queue.cancel(first.id);
    await queue.add(run('a:80'));
    expect(await knex('runs').pluck('state')).toHaveLength(3);
  });

  it('queues one of many runs that come for a target at the same time', async () => {
    const results = await Promise.allSettled(
      Array.from({ length: 8 }, () => queue.add(run('a:80'))),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(
      1,
    );
    expect(results.filter(({ status }) => status === 'rejected')).toEqual(
      Array(7).fill(error('busy')),
    );
  });

  it('asks with what an address got before, and queues nothing when that forbids it', async () => {
    await queue.add(
      run('a:80', { targets: [{ target: 'a:80', requests: 7 }] }),
    );
    const claim = (await queue.claim('w'))!;
    await queue.finish(claim, { state: 'succeeded' });
    const never = await queue.add(run('a:80'));
    await queue.cancel(never.id);
    const admit = jest.fn(() => {
      throw new Error('too soon');
    });
    await expect(queue.add(run('a:80', { admit }))).rejects.toThrow('too soon');
    const [uses, now] = admit.mock.calls[0] as unknown as Parameters<
      NonNullable<NewRun['admit']>
    >;
    const [use, ...others] = uses.get('a:80')!;
    expect(others).toEqual([]);
    expect(use.requests).toBe(7);
    expect(use.finishedAt!.getTime()).toBeGreaterThanOrEqual(
      use.startedAt.getTime(),
    );
    expect(now.getTime()).toBeGreaterThanOrEqual(use.finishedAt!.getTime());
    await queue.add(run('a:80'));
  });

  it('answers the same run to the same idempotency key, though its target is busy', async () => {
    const idempotency = { key: 'k', requestHash: 'h' };
    const runs = await Promise.all(
      Array.from({ length: 4 }, () => queue.add(run('a:80', { idempotency }))),
    );
    expect(new Set(runs.map(entry => entry.id)).size).toBe(1);
    await expect(
      queue.add(
        run('b:80', { idempotency: { key: 'k', requestHash: 'other' } }),
      ),
    ).rejects.toThrow('used for another request');
    const other = await queue.add(
      run('b:80', { idempotency, requestedBy: 'user:default/other' }),
    );
    expect(other.id).not.toBe(runs[0].id);
  });

  it('gives each run to one worker, oldest first', async () => {
    const added = [];
    for (let n = 0; n < 6; n++)
      added.push((await queue.add(run(`t${n}:1`))).id);
    // Earlier by the clock, however fast the six were queued.
    await knex('runs')
      .where({ id: added[0] })
      .update({ created_at: databaseNowPlus(knex, -1000) });
    expect((await queue.claim('first'))?.run.id).toBe(added[0]);
    const claims = await Promise.all(
      Array.from({ length: 12 }, (_, worker) => queue.claim(`w${worker}`)),
    );
    const taken = claims.flatMap(claim => (claim ? [claim.run.id] : []));
    expect(new Set(taken).size).toBe(taken.length);
    for (
      let next = await queue.claim('w');
      next;
      next = await queue.claim('w')
    ) {
      taken.push(next.run.id);
    }
    expect(taken.sort()).toEqual(added.slice(1).sort());
    expect(await store.get(added[0])).toMatchObject({
      state: 'running',
      startedAt: expect.any(String),
    });
  });

  it('writes the result of a run once, or nothing of it', async () => {
    const { id: runId } = await queue.add(run('a:80'));
    const claim = (await queue.claim('w'))!;
    const end = { state: 'succeeded', reportId: 'r' } as const;
    await expect(
      queue.finish(claim, end, async () => {
        throw new Error('disk full');
      }),
    ).rejects.toThrow('disk full');
    expect(await queue.state(claim)).toBe('running');
    const write = jest.fn();
    expect(await queue.finish(claim, end, write)).toMatchObject({
      state: 'succeeded',
      reportId: 'r',
      finishedAt: expect.any(String),
    });
    expect(await queue.finish(claim, end, write)).toBeUndefined();
    expect(write).toHaveBeenCalledTimes(1);
    expect(await queue.cancel(runId)).toMatchObject({ state: 'succeeded' });
  });

  it('ends a waiting run at once and a running one by its worker, whose result then does not count', async () => {
    const waiting = await queue.add(run('a:80'));
    expect(await queue.cancel(waiting.id)).toMatchObject({
      state: 'cancelled',
      finishedAt: expect.any(String),
    });
    const running = await queue.add(run('a:80'));
    const claim = (await queue.claim('w'))!;
    expect(await queue.cancel(running.id)).toMatchObject({
      state: 'cancelling',
    });
    expect(await queue.state(claim)).toBe('cancelling');
    const write = jest.fn();
    expect(
      await queue.finish(claim, { state: 'succeeded' }, write),
    ).toMatchObject({ state: 'cancelled' });
    expect(write).not.toHaveBeenCalled();
    await expect(queue.cancel('nothing')).rejects.toThrow('There is no run');
  });

  it('interrupts a run whose lease passed, and fences out the worker that comes back', async () => {
    await queue.add(run('a:80'));
    const silent = (await queue.claim('silent'))!;
    await expireLeases();
    await queue.add(run('b:80'));
    const alive = (await queue.claim('alive'))!;
    expect(await queue.sweep()).toEqual([
      expect.objectContaining({
        id: silent.run.id,
        state: 'interrupted',
        error: expect.objectContaining({ code: 'killed' }),
      }),
    ]);
    const write = jest.fn();
    await queue.renew(silent, { probes: [] });
    expect(await queue.state(silent)).toBeUndefined();
    expect(
      await queue.finish(silent, { state: 'succeeded' }, write),
    ).toBeUndefined();
    expect(write).not.toHaveBeenCalled();
    await expireLeases();
    await queue.renew(alive, { probes: [] });
    expect(await queue.sweep()).toEqual([]);
    await queue.add(run('a:80'));
  });

  it('refuses a claim with an older fence', async () => {
    await queue.add(run('a:80'));
    const claim = (await queue.claim('w'))!;
    const older = { ...claim, fence: claim.fence - 1 };
    expect(await queue.state(older)).toBeUndefined();
    expect(await queue.finish(older, { state: 'failed' })).toBeUndefined();
    expect(await queue.state(claim)).toBe('running');
  });

  it('makes no load that waited too long', async () => {
    const late = RunQueue.create({ knex, queueSeconds: 60 });
    await late.add(run('a:80'));
    await late.add(run('b:80'));
    await knex('runs')
      .where('id', (await knex('runs').first('id')).id)
      .update({ created_at: databaseNowPlus(knex, -61_000) });
    expect(await late.sweep()).toEqual([
      expect.objectContaining({
        error: {
          code: 'killed',
          message: expect.stringContaining('nothing was sent'),
        },
      }),
    ]);
    expect(await knex('runs').pluck('state').orderBy('state')).toEqual([
      'interrupted',
      'queued',
    ]);
  });
});
