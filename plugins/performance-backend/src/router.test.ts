import {
  ask,
  errorOf,
  refusal,
  startEchoPortal,
} from './__testUtils__/echoPortal';
import { expectDocumented } from './__testUtils__/openApi';

jest.setTimeout(60_000);

const demo = '/entities/component/default';

describe('the HTTP interface', () => {
  let echo: Awaited<ReturnType<typeof startEchoPortal>>;

  beforeAll(async () => {
    echo = await startEchoPortal();
  });

  afterAll(async () => {
    await echo?.stop();
  });

  it('tells the mistakes of an entity on its scorecard', async () => {
    const answer = await echo.guest.get(`${demo}/mistaken/scorecard`);
    expectDocumented(
      answer,
      'get',
      '/entities/{kind}/{namespace}/{name}/scorecard',
    );
    expect(answer.body).toMatchObject({
      empty: 'nothing-to-measure',
      problems: [
        expect.stringContaining(
          'names "nothing", which is no endpoint of this entity',
        ),
        expect.stringContaining(
          'did you mean dynoscope.dev/target.inference-latency-p9',
        ),
      ],
    });
    const elsewhere = await echo.guest.get(`${demo}/empty/scorecard`);
    expect(elsewhere.body).toMatchObject({
      empty: 'nothing-to-measure',
      score: null,
    });
  });

  it('runs one at a target, whatever the entity and the name of the host, and hides a hidden one', async () => {
    const first = await echo.admin.post('/runs', ask('secret'));
    expectDocumented(first, 'post', '/runs');
    for (const name of ['one', 'same']) {
      const busy = await echo.admin.post('/runs', ask(name));
      expect(errorOf(busy)).toEqual(
        refusal(409, 'busy', /A run is going on at the same target/),
      );
      expect(busy.body.error.runId).toBe(first.body.id);
      expectDocumented(busy, 'post', '/runs');
    }
    const hidden = await echo.guest.post('/runs', ask('one'));
    expect(errorOf(hidden)).toEqual(
      refusal(409, 'busy', /A run is going on at the same target/),
    );
    expect(hidden.body.error).not.toHaveProperty('runId');
    await echo.ended(first.body.id);
  });

  it('answers a repeated Idempotency-Key with the first run, and refuses it for another', async () => {
    const send = (body: object) =>
      echo.guest.post('/runs', body).set('Idempotency-Key', 'k1');
    const first = await send(ask('one'));
    const again = await send(ask('one'));
    expect([again.status, again.body.id]).toEqual([202, first.body.id]);
    expect(errorOf(await send(ask('same')))).toEqual(
      refusal(409, undefined, /used for another request/),
    );
    await echo.ended(first.body.id);
    expect((await send(ask('one'))).body.id).toBe(first.body.id);
  });

  it('wants the name typed before it goes to production', async () => {
    const live = ask('one', { environment: 'live' });
    const plan = await echo.guest.post('/runs/plan', live);
    expect(plan.body.confirm).toBe('one');
    for (const confirm of [undefined, 'two']) {
      const answer = await echo.guest.post('/runs', { ...live, confirm });
      expect(errorOf(answer)).toEqual(
        refusal(
          400,
          'production-not-confirmed',
          /^Field "confirm": live is a production environment; send the name of the entity, "one"/,
        ),
      );
    }
    const run = await echo.guest.post('/runs', {
      planId: plan.body.id,
      confirm: 'one',
    });
    expect(run.status).toBe(202);
    await echo.ended(run.body.id);
  });

  it('runs a plan only as it was shown', async () => {
    const plan = await echo.guest.post('/runs/plan', ask('changing'));
    echo.change();
    expect(
      errorOf(await echo.guest.post('/runs', { planId: plan.body.id })),
    ).toEqual(
      refusal(
        400,
        'invalid',
        /changed since the plan was made; make a new one/,
      ),
    );
  });

  it('starts nothing while it is switched off, and still shows what is known', async () => {
    const off = (enabled: boolean) =>
      echo.portal.config.update({ data: { performance: { enabled } } });
    off(false);
    const answer = await echo.guest.post('/runs', ask('one'));
    expect(errorOf(answer)).toEqual(
      refusal(
        503,
        'killed',
        /switched off by the operator \(performance.enabled\)/,
      ),
    );
    const card = await echo.guest.get(`${demo}/one/scorecard`);
    expect(card.body).toMatchObject({ enabled: false, empty: 'paused' });
    off(true);
  });
});
