import type { Run } from '@dynoscope/scorecard';
import type { Knex } from 'knex';
import { testDatabases } from '../__testUtils__/databases';
import { until } from '../__testUtils__/until';
import { createWorkers, endless } from '../__testUtils__/workers';
import { RunQueue } from './queue/RunQueue';

jest.setTimeout(60_000);

const databases = testDatabases();

describe.each(databases.ids)('a lease on %s', id => {
  let knex: Knex;
  let workers: ReturnType<typeof createWorkers>;

  beforeEach(async () => {
    knex = await databases.migrated(id);
    workers = createWorkers(knex);
  });

  afterEach(async () => {
    await workers.stop();
  });

  it('stops at the kill switch though the database is away', async () => {
    const broken = RunQueue.create({ knex, leaseSeconds: 600 });
    await workers.add('a');
    let reason: unknown;
    const { config } = workers.start(
      async options => {
        jest.spyOn(broken, 'state').mockRejectedValue(new Error('gone'));
        jest.spyOn(broken, 'renew').mockRejectedValue(new Error('gone'));
        jest.spyOn(broken, 'finish').mockRejectedValue(new Error('gone'));
        return endless(options).catch(error => {
          reason = error;
          throw error;
        });
      },
      { queue: broken },
    );
    await until(() => jest.isMockFunction(broken.finish) || undefined);
    config.update({ data: { performance: { enabled: 'no' } } });
    expect(await until(() => reason)).toMatchObject({
      end: { error: { code: 'killed' } },
    });
  });

  it('stops by itself when the lease cannot be renewed, and another replica says so', async () => {
    const run = await workers.add('a');
    const cut = RunQueue.create({ knex, leaseSeconds: 1 });
    let reason: unknown;
    const { worker } = workers.start(
      async options => {
        for (const method of [
          'state',
          'renew',
          'finish',
          'claim',
          'sweep',
        ] as const) {
          jest.spyOn(cut, method).mockRejectedValue(new Error('no database'));
        }
        return endless(options).catch(error => {
          reason = error;
          throw error;
        });
      },
      { queue: cut },
    );
    expect(await until(() => reason)).toMatchObject({
      end: { state: 'interrupted' },
    });
    expect(
      await until(async () => (await workers.queue.sweep())[0]),
    ).toMatchObject({ id: run.id, state: 'interrupted' });
    await worker.stop();
  });

  it('keeps the lease of a long run', async () => {
    const brief = RunQueue.create({ knex, leaseSeconds: 2 });
    const run = await workers.add('a');
    workers.start(
      async () => {
        await new Promise(resolve => setTimeout(resolve, 4500));
        return { end: { state: 'succeeded' } };
      },
      { queue: brief },
    );
    await workers.reached(run, 'running');
    const swept: Run[] = [];
    await until(async () => {
      swept.push(...(await workers.queue.sweep()));
      const { state } = await workers.store.get(run.id);
      return state === 'running' ? undefined : state;
    });
    expect(swept).toEqual([]);
    expect((await workers.store.get(run.id)).state).toBe('succeeded');
  });

  it('writes the result once the database is back', async () => {
    const run = await workers.add('a');
    const blip = RunQueue.create({ knex });
    jest
      .spyOn(blip, 'finish')
      .mockRejectedValueOnce(new Error('Connection terminated'));
    workers.start(async () => ({ end: { state: 'succeeded' } }), {
      queue: blip,
    });
    const done = await workers.reached(run, 'succeeded');
    expect(blip.finish).toHaveBeenCalledTimes(2);
    expect(done).not.toHaveProperty('error');
  });
});
