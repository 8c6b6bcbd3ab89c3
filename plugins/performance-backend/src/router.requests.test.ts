import {
  ask,
  errorOf,
  refusal,
  startEchoPortal,
} from './__testUtils__/echoPortal';
import { expectDocumented } from './__testUtils__/openApi';

jest.setTimeout(60_000);

const demo = '/entities/component/default';

describe('wrong requests', () => {
  let echo: Awaited<ReturnType<typeof startEchoPortal>>;

  beforeAll(async () => {
    echo = await startEchoPortal();
  });

  afterAll(async () => {
    await echo?.stop();
  });

  it.each<[string, object, number, string | undefined, RegExp]>([
    [
      'an unknown field',
      ask('one', { probe: 'echo' }),
      400,
      'invalid',
      /^Unknown field "probe" in the body; allowed are "entityRef", "environment", "probes"/,
    ],
    [
      'a wrong type',
      ask('one', { probes: 'echo' }),
      400,
      'invalid',
      /^Field "probes" of the body: Expected array/,
    ],
    [
      'no entity',
      {},
      400,
      'invalid',
      /^Field "entityRef" of the body: Required/,
    ],
    [
      'no reference',
      { entityRef: 'iris' },
      400,
      'invalid',
      /"iris" is no entity reference; write kind:namespace\/name/,
    ],
    [
      'an unknown entity',
      { entityRef: 'component:default/none' },
      404,
      undefined,
      /There is no entity component:default\/none/,
    ],
    [
      'a hidden entity',
      ask('secret'),
      404,
      undefined,
      /There is no entity component:default\/secret, or you may not read it/,
    ],
    [
      'an unknown environment',
      ask('one', { environment: 'dmo' }),
      400,
      'invalid',
      /^Field "environment": there is no environment "dmo"; allowed are "demo", "live"/,
    ],
    [
      'an unknown probe',
      ask('one', { probes: ['eco'] }),
      400,
      'invalid',
      /^Field "probes": there is no probe "eco"; allowed are "inference", "echo"/,
    ],
  ])(
    'refuses %s in a plan and in a run',
    async (_, body, status, code, message) => {
      for (const path of ['/runs/plan', '/runs'] as const) {
        const answer = await echo.guest.post(path, body);
        expect(errorOf(answer)).toEqual(refusal(status, code, message));
        expectDocumented(answer, 'post', path);
      }
    },
  );

  it.each<[string, number, RegExp]>([
    [
      `${demo}/one/scorecard?env=demo`,
      400,
      /^Unknown field "env" in the query; allowed are "environment"/,
    ],
    [`${demo}/one/scorecard?environment=x`, 400, /there is no environment "x"/],
    [
      `${demo}/one/reports?limit=1000`,
      400,
      /^Field "limit" of the query: Number must be less than or equal to 100/,
    ],
    [
      `${demo}/one/reports?cursor=x`,
      400,
      /^Field "cursor" of the query: must be the nextCursor/,
    ],
    [
      `${demo}/one/trend`,
      400,
      /^Field "metric" of the query: Required; Field "statistic"/,
    ],
    [
      `${demo}/one/trend?metric=m&statistic=s&from=yesterday`,
      400,
      /^Field "from" of the query: Invalid datetime/,
    ],
    [`${demo}/none/scorecard`, 404, /There is no entity/],
    [`${demo}/empty/report`, 404, /component:default\/empty has no report yet/],
    ['/reports/none', 404, /There is no report none/],
    ['/reports/none.md', 404, /There is no report none/],
    ['/reports/none/evidence/none', 404, /There is no report none/],
    ['/runs/none', 404, /There is no run none/],
  ])('answers GET %s with %s and what to do', async (path, status, message) => {
    expect(errorOf(await echo.guest.get(path))).toEqual(
      refusal(status, status === 400 ? 'invalid' : undefined, message),
    );
  });

  it('names what is wrong with the two forms of a run', async () => {
    expect(
      errorOf(await echo.guest.post('/runs', { planId: 'x', entityRef: 'y' })),
    ).toEqual(
      refusal(
        400,
        'invalid',
        /^Unknown field "entityRef" in the body; allowed are "planId", "confirm"/,
      ),
    );
    expect(errorOf(await echo.guest.post('/runs', { planId: 'x' }))).toEqual(
      refusal(404, undefined, /There is no plan x; make a new one/),
    );
    const key = echo.guest
      .post('/runs', ask('one'))
      .set('Idempotency-Key', 'a b');
    expect(errorOf(await key)).toEqual(
      refusal(
        400,
        'invalid',
        /^Field "Idempotency-Key" of the headers: must be 1 to 200 printable/,
      ),
    );
    const text = echo.guest
      .post('/runs')
      .set('Content-Type', 'application/json')
      .send('{');
    expect((await text).status).toBe(400);
  });

  it('plans an address outside the allow-list only to say that it is refused', async () => {
    const plan = await echo.guest.post('/runs/plan', ask('outside'));
    expectDocumented(plan, 'post', '/runs/plan');
    expect(plan.body.refusals).toEqual([
      expect.objectContaining({ code: 'address-not-allowed' }),
    ]);
    for (const body of [ask('outside'), { planId: plan.body.id }]) {
      expect(errorOf(await echo.guest.post('/runs', body))).toEqual(
        refusal(403, 'address-not-allowed', /is not allowed for this entity/),
      );
    }
    expect(errorOf(await echo.guest.post('/runs', ask('empty')))).toEqual(
      refusal(
        400,
        'invalid',
        /nothing to measure for this entity in the environment demo/,
      ),
    );
  });
});
