import { testDatabases } from '../../__testUtils__/databases';
import { plan } from '../../__testUtils__/plan';
import { databaseNowPlus } from '../../database/databaseNow';
import { RunQueue } from './RunQueue';
import { holdTargets } from './runTargets';

jest.setTimeout(60_000);

const databases = testDatabases();
const target = { target: 'a:80', requests: 1 };

const hasPostgres = databases.ids.some(([id]) => id === 'POSTGRES_18');
// SQLite lets one transaction write at a time.
const describeConcurrent = hasPostgres ? describe : describe.skip;

async function open(id: Parameters<typeof databases.migrated>[0]) {
  const knex = await databases.migrated(id);
  const queue = RunQueue.create({ knex });
  return {
    knex,
    queue,
    add: (targets = [target]) =>
      queue.add({
        plan: plan(),
        trigger: 'user',
        requestedBy: 'user:default/guest',
        targets,
      }),
    held: () => knex('run_targets').whereNull('released_at').pluck('run_id'),
  };
}

describe.each(databases.ids)('a hold on a target on %s', id => {
  it('is refused to a run that ended meanwhile, which would keep it for ever', async () => {
    const { knex, queue, add, held } = await open(id);
    await add();
    const silent = (await queue.claim('silent'))!;
    await knex('runs').update({ lease_until: databaseNowPlus(knex, -1) });
    await queue.sweep();
    await expect(queue.hold(silent, [target])).rejects.toMatchObject({
      code: 'killed',
    });
    expect(await held()).toEqual([]);
    const next = await add();
    expect(await held()).toEqual([next.id]);
  });

  it('may be taken again by the run that has it, together with another', async () => {
    const { queue, add, held } = await open(id);
    const { id: runId } = await add();
    const claim = (await queue.claim('w'))!;
    await queue.hold(claim, [target, { target: 'b:80', requests: 1 }]);
    expect(await held()).toEqual([runId, runId]);
  });
});

describeConcurrent('a hold on a target of two replicas', () => {
  it('is not believed to be there when the holder leaves between two statements', async () => {
    const { knex, queue, add, held } = await open('POSTGRES_18');
    const first = await add();
    const second = await add([]);
    const taking = knex.transaction(async tx => {
      const { client } = tx as unknown as {
        client: { _query(c: unknown, q: { sql: string }): Promise<unknown> };
      };
      const query = client._query.bind(client);
      client._query = async (connection, statement) => {
        const answer = await query(connection, statement);
        if (statement.sql.startsWith('insert')) await queue.cancel(first.id);
        return answer;
      };
      await holdTargets(tx, second.id, [target]);
    });
    await expect(taking).rejects.toMatchObject({ code: 'busy' });
    expect(await held()).toEqual([]);
  });
});
