import type { Entity } from '@backstage/catalog-model';
import type { Response } from 'supertest';
import { echoProbe } from './__testUtils__/echoProbe';
import { startModelServer } from './__testUtils__/modelServer';
import { expectDocumented } from './__testUtils__/openApi';
import { component, startPortal } from './__testUtils__/portal';
import { until } from './__testUtils__/until';

jest.setTimeout(60_000);

const demo = '/entities/component/default';

describe('the HTTP interface', () => {
  let server: Awaited<ReturnType<typeof startModelServer>>;
  let portal: Awaited<ReturnType<typeof startPortal>>;
  let guest: ReturnType<(typeof portal)['as']>;
  let release: () => void = () => {};
  const entities: Entity[] = [];

  beforeAll(async () => {
    server = await startModelServer();
    const here = `http://127.0.0.1:${server.port}/`;
    const changing = component('changing', { 'test/echo': here });
    entities.push(
      component('one', { 'test/echo': here }),
      component('same', { 'test/echo': `http://localhost:${server.port}/` }),
      component('secret', { 'test/echo': here }),
      component('outside', { 'test/echo': 'http://169.254.169.254/latest' }),
      component('mistaken', { 'dynoscope.dev/inference': 'nothing', 'dynoscope.dev/target.inference-latency-p9': '5' }),
      component('empty'),
      changing,
    );
    portal = await startPortal({
      entities,
      performance: {
        environments: { demo: {}, live: { production: true } },
        inference: {
          allow: ['127.0.0.1', 'localhost'].map(host => ({
            host,
            port: server.port,
            cidr: ['127.0.0.0/8', '::1/128'],
            environment: 'demo',
          })),
        },
      },
      probes: [
        echoProbe({
          subjects: ({ metadata }, _, context) =>
            echoProbe().subjects({ metadata } as Entity, 'demo', context),
          measure: (_, { signal }) =>
            new Promise((resolve, reject) => {
              release = () => resolve([]);
              signal.addEventListener('abort', () => reject(signal.reason));
            }),
        }),
      ],
      shows: (user, ref) => user.endsWith('/admin') || !ref.endsWith('/secret'),
    });
    guest = portal.as('guest');
  });

  afterAll(async () => {
    await portal?.stop();
    await server?.close();
  });

  const ask = (name: string, more = {}) => ({
    entityRef: `component:default/${name}`,
    environment: 'demo',
    ...more,
  });
  const ended = (id: string) =>
    until(async () => {
      release();
      const { body } = await portal.as('admin').get(`/runs/${id}`);
      return body.finishedAt ? body : undefined;
    });
  const refused = (answer: Response, status: number, code: string | undefined, message: RegExp) => {
    expect([answer.status, answer.body.error]).toEqual([
      status,
      expect.objectContaining({ message: expect.stringMatching(message) }),
    ]);
    expect(answer.body.error.code).toBe(code);
  };

  it.each<[string, object, number, string | undefined, RegExp]>([
    ['an unknown field', ask('one', { probe: 'echo' }), 400, 'invalid', /^Unknown field "probe" in the body; allowed are "entityRef", "environment", "probes"/],
    ['a wrong type', ask('one', { probes: 'echo' }), 400, 'invalid', /^Field "probes" of the body: Expected array/],
    ['no entity', {}, 400, 'invalid', /^Field "entityRef" of the body: Required/],
    ['no reference', { entityRef: 'iris' }, 400, 'invalid', /"iris" is no entity reference; write kind:namespace\/name/],
    ['an unknown entity', { entityRef: 'component:default/none' }, 404, undefined, /There is no entity component:default\/none/],
    ['a hidden entity', ask('secret'), 404, undefined, /There is no entity component:default\/secret, or you may not read it/],
    ['an unknown environment', ask('one', { environment: 'dmo' }), 400, 'invalid', /^Field "environment": there is no environment "dmo"; allowed are "demo", "live"/],
    ['an unknown probe', ask('one', { probes: ['eco'] }), 400, 'invalid', /^Field "probes": there is no probe "eco"; allowed are "inference", "echo"/],
  ])('refuses %s in a plan and in a run', async (_, body, status, code, message) => {
    for (const path of ['/runs/plan', '/runs'] as const) {
      const answer = await guest.post(path, body);
      refused(answer, status, code, message);
      expectDocumented(answer, 'post', path);
    }
  });

  it.each<[string, number, RegExp]>([
    [`${demo}/one/scorecard?env=demo`, 400, /^Unknown field "env" in the query; allowed are "environment"/],
    [`${demo}/one/scorecard?environment=x`, 400, /there is no environment "x"/],
    [`${demo}/one/reports?limit=1000`, 400, /^Field "limit" of the query: Number must be less than or equal to 100/],
    [`${demo}/one/reports?cursor=x`, 400, /^Field "cursor" of the query: must be the nextCursor/],
    [`${demo}/one/trend`, 400, /^Field "metric" of the query: Required; Field "statistic"/],
    [`${demo}/one/trend?metric=m&statistic=s&from=yesterday`, 400, /^Field "from" of the query: Invalid datetime/],
    [`${demo}/none/scorecard`, 404, /There is no entity/],
    [`${demo}/empty/report`, 404, /component:default\/empty has no report yet/],
    ['/reports/none', 404, /There is no report none/],
    ['/reports/none.md', 404, /There is no report none/],
    ['/reports/none/evidence/none', 404, /There is no report none/],
    ['/runs/none', 404, /There is no run none/],
  ])('answers GET %s with %s and what to do', async (path, status, message) => {
    refused(await guest.get(path), status, status === 400 ? 'invalid' : undefined, message);
  });

  it('names what is wrong with the two forms of a run', async () => {
    refused(await guest.post('/runs', { planId: 'x', entityRef: 'y' }), 400, 'invalid', /^Unknown field "entityRef" in the body; allowed are "planId", "confirm"/);
    refused(await guest.post('/runs', { planId: 'x' }), 404, undefined, /There is no plan x; make a new one/);
    const key = guest.post('/runs', ask('one')).set('Idempotency-Key', 'a b');
    refused(await key, 400, 'invalid', /^Field "Idempotency-Key" of the headers: must be 1 to 200 printable/);
    const text = guest.post('/runs').set('Content-Type', 'application/json').send('{');
    expect((await text).status).toBe(400);
  });

  it('plans an address outside the allow-list only to say that it is refused', async () => {
    const plan = await guest.post('/runs/plan', ask('outside'));
    expectDocumented(plan, 'post', '/runs/plan');
    expect(plan.body.refusals).toEqual([
      expect.objectContaining({ code: 'address-not-allowed' }),
    ]);
    for (const body of [ask('outside'), { planId: plan.body.id }]) {
      refused(await guest.post('/runs', body), 403, 'address-not-allowed', /is not allowed for this entity/);
    }
    refused(await guest.post('/runs', ask('empty')), 400, 'invalid', /nothing to measure for this entity in the environment demo/);
  });

  it('tells the mistakes of an entity on its scorecard', async () => {
    const answer = await guest.get(`${demo}/mistaken/scorecard`);
    expectDocumented(answer, 'get', '/entities/{kind}/{namespace}/{name}/scorecard');
    expect(answer.body).toMatchObject({
      empty: 'nothing-to-measure',
      problems: [
        expect.stringContaining('names "nothing", which is no endpoint of this entity'),
        expect.stringContaining('did you mean dynoscope.dev/target.inference-latency-p9'),
      ],
    });
    const elsewhere = await guest.get(`${demo}/empty/scorecard`);
    expect(elsewhere.body).toMatchObject({ empty: 'nothing-to-measure', score: null });
  });

  it('runs one at a target, whatever the entity and the name of the host, and hides a hidden one', async () => {
    const first = await portal.as('admin').post('/runs', ask('secret'));
    expectDocumented(first, 'post', '/runs');
    for (const name of ['one', 'same']) {
      const busy = await portal.as('admin').post('/runs', ask(name));
      refused(busy, 409, 'busy', /A run is going on at the same target/);
      expect(busy.body.error.runId).toBe(first.body.id);
      expectDocumented(busy, 'post', '/runs');
    }
    const hidden = await guest.post('/runs', ask('one'));
    refused(hidden, 409, 'busy', /A run is going on at the same target/);
    expect(hidden.body.error).not.toHaveProperty('runId');
    await ended(first.body.id);
  });

  it('answers a repeated Idempotency-Key with the first run, and refuses it for another', async () => {
    const send = (body: object) =>
      guest.post('/runs', body).set('Idempotency-Key', 'k1');
    const first = await send(ask('one'));
    const again = await send(ask('one'));
    expect([again.status, again.body.id]).toEqual([202, first.body.id]);
    refused(await send(ask('same')), 409, undefined, /used for another request/);
    await ended(first.body.id);
    expect((await send(ask('one'))).body.id).toBe(first.body.id);
  });

  it('wants the name typed before it goes to production', async () => {
    const live = ask('one', { environment: 'live' });
    const plan = await guest.post('/runs/plan', live);
    expect(plan.body.confirm).toBe('one');
    for (const confirm of [undefined, 'two']) {
      const answer = await guest.post('/runs', { ...live, confirm });
      refused(answer, 400, 'production-not-confirmed', /^Field "confirm": live is a production environment; send the name of the entity, "one"/);
    }
    const run = await guest.post('/runs', { planId: plan.body.id, confirm: 'one' });
    expect(run.status).toBe(202);
    await ended(run.body.id);
  });

  it('runs a plan only as it was shown', async () => {
    const plan = await guest.post('/runs/plan', ask('changing'));
    entities[6].metadata.annotations!['test/echo'] = `http://127.0.0.1:${server.port}/elsewhere`;
    refused(await guest.post('/runs', { planId: plan.body.id }), 400, 'invalid', /changed since the plan was made; make a new one/);
  });

  it('starts nothing while it is switched off, and still shows what is known', async () => {
    const off = (enabled: boolean) =>
      portal.config.update({ data: { performance: { enabled } } });
    off(false);
    const answer = await guest.post('/runs', ask('one'));
    refused(answer, 503, 'killed', /switched off by the operator \(performance.enabled\)/);
    const card = await guest.get(`${demo}/one/scorecard`);
    expect(card.body).toMatchObject({ enabled: false, empty: 'paused' });
    off(true);
  });
});
