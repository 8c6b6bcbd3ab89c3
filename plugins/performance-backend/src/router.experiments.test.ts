import type { Experiment } from '@dynoscope/scorecard';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { Knex } from 'knex';
import { testDatabases } from './__testUtils__/databases';
import { errorOf, refusal } from './__testUtils__/echoPortal';
import { echoProbe } from './__testUtils__/echoProbe';
import { expectDocumented } from './__testUtils__/openApi';
import { component, startPortal } from './__testUtils__/portal';
import {
  createLab,
  experimentOf,
} from './experiments/__testUtils__/experimentLab';

jest.setTimeout(60_000);

const databases = testDatabases();
const change = { kind: 'manual', reference: 'by hand' };
const denied: Record<string, string[]> = {
  runner: ['performance.experiment.create'],
  changer: ['performance.run.create'],
  careful: ['performance.run.create-production'],
  blind: ['performance.report.read'],
};

describe('the routes of experiments', () => {
  let portal: Awaited<ReturnType<typeof startPortal>>;
  let lab: ReturnType<typeof createLab>;
  let knex: Knex;

  beforeAll(async () => {
    knex = await databases.migrated('SQLITE_3');
    lab = createLab(knex);
    portal = await startPortal({
      database: knex,
      entities: [component('one', { 'test/echo': 'http://127.0.0.1/' })],
      performance: { environments: { demo: {}, live: { production: true } } },
      probes: [echoProbe()],
      policy: (user, permission) => ({
        result: denied[user.split('/')[1]]?.includes(permission)
          ? AuthorizeResult.DENY
          : AuthorizeResult.ALLOW,
      }),
      shows: user => !user.endsWith('/stranger'),
    });
  });

  afterAll(async () => {
    await portal?.stop();
  });

  const guest = () => portal.as('guest');
  const add = async (changes: Partial<Experiment> = {}) =>
    (await lab.experiment(changes)).experiment;

  it('answers the same to what is hidden and what does not exist', async () => {
    const { id } = await add();
    const report = await lab.report(50);
    for (const user of ['stranger', 'blind']) {
      const as = portal.as(user);
      for (const [path, body] of [
        [`/experiments/${id}`, undefined],
        [`/experiments/${id}/measure`, {}],
        [`/experiments/${id}/undo`, {}],
        [`/experiments/${id}/abandon`, {}],
      ] as const) {
        const ask = (to: string) => (body ? as.post(to, body) : as.get(to));
        expect(errorOf(await ask(path))).toEqual(
          refusal(404, undefined, new RegExp(`^There is no experiment ${id}$`)),
        );
        expect(errorOf(await ask(path.replace(id, 'none')))).toEqual(
          refusal(404, undefined, /^There is no experiment none$/),
        );
      }
      const { id: reportId } = report;
      expect(
        errorOf(
          await as.post('/experiments', { reportId, checkId: 'a', change }),
        ),
      ).toEqual(refusal(404, undefined, /^There is no report /));
      expect(
        (await as.get(`/compare?base=${reportId}&candidate=${reportId}`))
          .status,
      ).toBe(404);
      expect(
        (await as.get('/entities/component/default/one/experiments')).status,
      ).toBe(404);
    }
    expect(await lab.get(id)).toMatchObject({ state: 'applied' });
  });

  const may = [200, 409, 200];
  const mayNot = [403, 403, 403];

  it.each([
    ['guest', may, may],
    ['runner', mayNot, mayNot],
    ['changer', mayNot, mayNot],
    ['careful', may, mayNot],
  ])(
    'answers %s %j to measuring, undoing and abandoning, and %j in production',
    async (user, ...expected) => {
      const got = [];
      for (const environment of ['demo', 'live']) {
        const { id } = await add({ environment });
        const statuses = [];
        for (const [verb, body] of [
          ['measure', { confirm: 'one' }],
          ['undo', {}],
          ['abandon', {}],
        ] as const) {
          const path = `/experiments/${id}/${verb}`;
          statuses.push((await portal.as(user).post(path, body)).status);
        }
        got.push(statuses);
      }
      expect(got).toEqual(expected);
    },
  );

  it('shows them with the record of their remedy, newest first, in one environment or in all', async () => {
    await knex('experiments').delete();
    const old = await add({
      state: 'measured',
      verdict: 'kept',
      createdAt: '2026-11-20T12:00:00.000Z',
      environment: 'live',
    });
    const newest = await add({ createdAt: '2026-11-22T12:00:00.000Z' });
    const path = '/entities/component/default/one/experiments';
    const answer = await guest().get(path);
    expectDocumented(
      answer,
      'get',
      '/entities/{kind}/{namespace}/{name}/experiments',
    );
    expect(answer.body.items.map(({ id }: Experiment) => id)).toEqual([
      newest.id,
      old.id,
    ]);
    const record = {
      remedy: 'batcher-wait',
      kept: 1,
      exceeded: 0,
      missed: 0,
      unclear: 0,
    };
    expect(answer.body.items[0].record).toEqual(record);
    const live = await guest().get(`${path}?environment=live`);
    expect(live.body.items.map(({ id }: Experiment) => id)).toEqual([old.id]);
    const one = await guest().get(`/experiments/${newest.id}`);
    expectDocumented(one, 'get', '/experiments/{id}');
    expect(one.body).toEqual({ ...newest, record });
    const records = await guest().get('/remedies');
    expectDocumented(records, 'get', '/remedies');
    expect(records.body.items).toEqual([record]);
  });

  it('measures production only when somebody types its name', async () => {
    const stored = await lab.experiments.insert({
      experiment: experimentOf({ environment: 'live' }),
      runsQueued: 0,
      tries: 0,
    });
    const { id } = stored.experiment;
    for (const body of [{}, { confirm: 'two' }]) {
      const answer = await guest().post(`/experiments/${id}/measure`, body);
      expect(errorOf(answer)).toEqual(
        refusal(
          400,
          'production-not-confirmed',
          /^Field "confirm": live is a production environment; send the name of the entity, "one"/,
        ),
      );
    }
    const answer = await guest().post(`/experiments/${id}/measure`, {
      confirm: 'One',
    });
    expectDocumented(answer, 'post', '/experiments/{id}/measure');
    expect(answer.body).toMatchObject({
      state: 'applied',
      waiting: expect.stringMatching(/few seconds/),
    });
    expect((await lab.experiments.get(id))!.measureAskedAt).toBeDefined();
    expect(portal.auditor.createEvent).toHaveBeenCalledWith(
      expect.objectContaining({ eventId: 'experiment-measure', meta: { id } }),
    );
  });

  it('measures a verdict again, and a proposed change once somebody says it is in force', async () => {
    for (const state of ['measured', 'proposed'] as const) {
      const stored = await lab.experiments.insert({
        experiment: experimentOf({
          state,
          verdict: 'missed',
          appliedAt: undefined,
        }),
        runsQueued: 1,
        tries: 3,
      });
      const { id } = stored.experiment;
      const { body } = await guest().post(`/experiments/${id}/measure`);
      expect(body).toMatchObject({
        state: 'applied',
        appliedAt: expect.any(String),
      });
      expect(body).not.toHaveProperty('verdict');
      expect(await lab.experiments.get(id)).toMatchObject({
        runsQueued: 1,
        tries: 0,
      });
      const told = portal.signals.filter(
        ({ channel }) => channel === `performance:experiment:${id}`,
      );
      expect(told.map(({ message }) => message.state)).toEqual(['applied']);
    }
  });

  it('ends one with its run, and not one that has a verdict', async () => {
    await knex('experiments').delete();
    const { id } = await add();
    await lab.look();
    const { runId } = await lab.get(id);
    const answer = await guest().post(`/experiments/${id}/abandon`);
    expectDocumented(answer, 'post', '/experiments/{id}/abandon');
    expect(answer.body.state).toBe('abandoned');
    expect((await guest().get(`/runs/${runId}`)).body.state).toBe('cancelled');
    const again = await guest().post(`/experiments/${id}/abandon`);
    expect(again.body).toMatchObject({ id, state: 'abandoned' });
    expect(errorOf(await guest().post(`/experiments/${id}/measure`))).toEqual(
      refusal(409, undefined, /was abandoned; make a new one/),
    );
    const measured = await add({ state: 'measured', verdict: 'missed' });
    expect(
      errorOf(await guest().post(`/experiments/${measured.id}/abandon`)),
    ).toEqual(refusal(409, undefined, /has its verdict, which stays/));
  });
});
