import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import type { Run } from '@dynoscope/scorecard';
import type { Knex } from 'knex';
import { testDatabases } from '../__testUtils__/databases';
import { plan } from '../__testUtils__/plan';
import { until } from '../__testUtils__/until';
import { RunQueue } from './queue/RunQueue';
import { RunStore } from './queue/RunStore';

jest.setTimeout(120_000);

const databases = testDatabases();
const hasPostgres = databases.ids.some(([id]) => id === 'POSTGRES_18');
const describePostgres = hasPostgres ? describe : describe.skip;

interface Replica {
  process: ChildProcess;
  said: string[];
}

describePostgres('replicas in processes of their own', () => {
  let knex: Knex;
  let queue: RunQueue;
  let store: RunStore;
  const replicas: Replica[] = [];

  beforeEach(async () => {
    knex = await databases.migrated('POSTGRES_18');
    queue = RunQueue.create({ knex, leaseSeconds: 2 });
    store = RunStore.create({ knex });
  });

  afterEach(async () => {
    for (const { process: child } of replicas.splice(0)) {
      if (child.exitCode === null && child.signalCode === null) {
        child.kill('SIGKILL');
        await once(child, 'exit');
      }
    }
  });

  function start(): Replica {
    const { host, port, user, password, database } = knex.client
      .connectionSettings as Record<string, string>;
    const child = spawn(
      process.execPath,
      [
        '--require',
        require.resolve('@backstage/cli/config/nodeTransform.cjs'),
        resolvePackagePath(
          '@dynoscope/backstage-plugin-performance-backend',
          'src/__testUtils__/workerProcess.ts',
        ),
      ],
      {
        env: {
          ...process.env,
          NODE_OPTIONS: '',
          DATABASE: `postgresql://${user}:${password}@${host}:${port}/${database}`,
        },
        stdio: ['pipe', 'pipe', 'inherit'],
      },
    );
    const replica: Replica = { process: child, said: [] };
    createInterface({ input: child.stdout! }).on('line', line =>
      replica.said.push(line),
    );
    replicas.push(replica);
    return replica;
  }

  const add = () =>
    queue.add({
      plan: plan(),
      trigger: 'user',
      requestedBy: 'test',
      targets: [{ target: 'a:80', requests: 1 }],
    });
  const runnerOf = (run: Run) =>
    until(
      () => replicas.find(({ said }) => said.includes(`running ${run.id}`)),
      60_000,
    );
  const state = async (run: Run) => (await store.get(run.id)).state;
  const reached = (run: Run, wanted: Run['state']) =>
    until(async () => (await state(run)) === wanted || undefined, 30_000);
  const results = () => knex('plans').pluck('id');

  it('the run of one that is killed is interrupted by the other, which takes the next one', async () => {
    start();
    start();
    const lost = await add();
    const killed = await runnerOf(lost);
    killed.process.kill('SIGKILL');
    await reached(lost, 'interrupted');
    const next = await add();
    const survivor = await runnerOf(next);
    expect(survivor).not.toBe(killed);
    survivor.process.stdin!.write('finish\n');
    await reached(next, 'succeeded');
    expect(await results()).toEqual([next.id]);
  });

  it('one that was frozen past its lease writes nothing when it wakes', async () => {
    const zombie = start();
    const run = await add();
    await runnerOf(run);
    zombie.process.kill('SIGSTOP');
    await until(async () => (await queue.sweep())[0], 30_000);
    zombie.process.stdin!.write('finish\n');
    zombie.process.kill('SIGCONT');
    zombie.process.kill('SIGTERM');
    await once(zombie.process, 'exit');
    expect(await state(run)).toBe('interrupted');
    expect(await results()).toEqual([]);
  });

  it('one that is told to end interrupts its run, and says so at once', async () => {
    const replica = start();
    const run = await add();
    await runnerOf(run);
    replica.process.kill('SIGTERM');
    const [code] = await once(replica.process, 'exit');
    expect(code).toBe(0);
    expect(await store.get(run.id)).toMatchObject({
      state: 'interrupted',
      error: { message: expect.stringContaining('shut down') },
    });
  });
});
