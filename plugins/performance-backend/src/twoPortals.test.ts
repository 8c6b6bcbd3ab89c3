import type { Run } from '@dynoscope/scorecard';
import knexFactory, { type Knex } from 'knex';
import { testDatabases } from './__testUtils__/databases';
import { startModelServer } from './__testUtils__/modelServer';
import { component, startPortal } from './__testUtils__/portal';
import { startTcpProxy } from './__testUtils__/tcpProxy';
import { until } from './__testUtils__/until';

jest.setTimeout(120_000);

const databases = testDatabases();
const hasPostgres = databases.ids.some(([id]) => id === 'POSTGRES_18');
const describePostgres = hasPostgres ? describe : describe.skip;

describePostgres('two portals on one PostgreSQL', () => {
  let server: Awaited<ReturnType<typeof startModelServer>>;
  let proxy: Awaited<ReturnType<typeof startTcpProxy>>;
  let clients: Knex[] = [];
  let portals: Awaited<ReturnType<typeof startPortal>>[] = [];

  beforeEach(async () => {
    server = await startModelServer({ delayMs: 10 });
    const { client } = await databases.empty('POSTGRES_18');
    const { host, port, user, password, database } = client.connectionSettings;
    proxy = await startTcpProxy({ host, port: Number(port) });
    clients = [0, 1].map(() =>
      knexFactory({
        client: 'pg',
        connection: {
          host: '127.0.0.1',
          port: proxy.port,
          user,
          password,
          database,
        },
        log: { error() {}, warn() {} },
        pool: { min: 0, max: 5 },
      }),
    );
    const entities = [component('one'), component('two')];
    for (const each of clients) {
      const portal = await startPortal({
        entities,
        database: each,
        performance: {
          environments: { demo: {} },
          inference: {
            load: { users: 2, warmupSeconds: 0, seconds: 8 },
            endpoints: {
              iris: {
                url: server.url,
                entities: ['component:default/one', 'component:default/two'],
                payload: { inline: { instances: [[1, 2, 3, 4]] } },
              },
            },
          },
        },
      });
      portals.push(portal);
    }
  });

  afterEach(async () => {
    await Promise.all(portals.map(portal => portal.stop()));
    portals = [];
    await Promise.all(clients.map(client => client.destroy()));
    await proxy.close();
    await server.close();
  });

  const guests = () => portals.map(portal => portal.as('guest'));
  const start = (portal: number, name: string) =>
    guests()[portal].post('/runs', { entityRef: `component:default/${name}` });
  const ended = (id: string, portal = 0): Promise<Run> =>
    until(async () => {
      const { body } = await guests()[portal].get(`/runs/${id}`);
      return body.finishedAt ? body : undefined;
    }, 60_000);

  it('send one run at a time to one address, and either can cancel it', async () => {
    const answers = await Promise.all([
      start(0, 'one'),
      start(1, 'two'),
      start(1, 'one'),
      start(0, 'two'),
    ]);
    const [accepted, ...others] = answers.filter(
      ({ status }) => status === 202,
    );
    expect(others).toEqual([]);
    for (const { status, body } of answers) {
      if (status === 202) continue;
      expect([status, body.error.code, body.error.runId]).toEqual([
        409,
        'busy',
        accepted.body.id,
      ]);
    }
    await until(() => server.asked[20]);
    const { id } = accepted.body;
    await Promise.all(guests().map(guest => guest.post(`/runs/${id}/cancel`)));
    expect(await ended(id, 1)).toMatchObject({ state: 'cancelled' });
    const sent = server.asked.length;
    const next = await start(1, 'two');
    await until(() => server.asked[sent + 5]);
    const runs = server.asked.map(({ run }) => run);
    expect(runs.slice(0, sent)).toEqual(Array(sent).fill(id));
    expect(new Set(runs.slice(sent))).toEqual(new Set([next.body.id]));
  });

  it('say that the database is away in mid-run, go on measuring, and keep the result once it is back', async () => {
    const started = await start(0, 'one');
    await until(() => server.asked[20]);
    proxy.down();
    for (const guest of guests()) {
      const answer = await guest.get(`/runs/${started.body.id}`);
      expect([answer.status, answer.body.error]).toEqual([
        503,
        {
          name: 'ServiceUnavailableError',
          message:
            'The database of the portal does not answer; try again in a moment',
        },
      ]);
    }
    const sent = server.asked.length;
    await until(() => server.asked[sent + 20]);
    proxy.up();
    const run = await ended(started.body.id);
    expect(run.state).toBe('succeeded');
    const report = await guests()[1].get(`/reports/${run.reportId}`);
    expect(report.body.measurements).not.toEqual([]);
  });
});
