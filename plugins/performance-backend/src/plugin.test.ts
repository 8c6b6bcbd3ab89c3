import type { Run } from '@dynoscope/scorecard';
import { startModelServer } from './__testUtils__/modelServer';
import { expectDocumented } from './__testUtils__/openApi';
import { component, startPortal } from './__testUtils__/portal';
import { until } from './__testUtils__/until';

jest.setTimeout(90_000);

const entity = '/entities/component/default/iris';
const template = '/entities/{kind}/{namespace}/{name}' as const;

describe('the plugin', () => {
  let server: Awaited<ReturnType<typeof startModelServer>>;
  let portal: Awaited<ReturnType<typeof startPortal>>;
  let guest: ReturnType<(typeof portal)['as']>;

  const performance = (changes: object = {}) => ({
    environments: { demo: {} },
    inference: {
      load: { users: 4, warmupSeconds: 0.5, seconds: 3 },
      endpoints: {
        iris: {
          url: server.url,
          entities: ['component:default/iris'],
          payload: { inline: { instances: [[1, 2, 3, 4]] } },
          model: { sizeBytes: 1000 },
        },
      },
    },
    ...changes,
  });

  const ended = (id: string): Promise<Run> =>
    until(async () => {
      const answer = await guest.get(`/runs/${id}`);
      expectDocumented(answer, 'get', '/runs/{id}');
      return answer.body.finishedAt ? answer.body : undefined;
    }, 60_000);

  beforeEach(async () => {
    server = await startModelServer({ delayMs: 20 });
  });

  afterEach(async () => {
    await portal?.stop();
    await server?.close();
  });

  it('plans, runs and reports what a model server does, and every answer is as documented', async () => {
    portal = await startPortal({
      entities: [component('iris')],
      performance: performance(),
    });
    guest = portal.as('guest');
    const get = async (
      path: string,
      documented: Parameters<typeof expectDocumented>[2],
    ) => {
      const answer = await guest.get(path);
      expect([path, answer.status]).toEqual([path, 200]);
      expectDocumented(answer, 'get', documented);
      return answer.body;
    };
    expect(
      await get(`${entity}/scorecard`, `${template}/scorecard`),
    ).toMatchObject({ empty: 'not-measured-yet', score: 0, enabled: true });

    const plan = await guest.post('/runs/plan', {
      entityRef: 'Component:default/Iris',
    });
    expectDocumented(plan, 'post', '/runs/plan');
    expect(plan.body).toMatchObject({ confirm: null, refusals: [] });
    expect(server.asked).toEqual([]);

    const started = await guest.post('/runs', { planId: plan.body.id });
    expectDocumented(started, 'post', '/runs');
    const run = await ended(started.body.id);
    expect(run).toMatchObject({
      state: 'succeeded',
      requestedBy: 'user:default/guest',
      progress: { probes: [{ state: 'succeeded' }] },
    });
    const { max } = run.plan.probes[0];
    expect(server.asked.length).toBeLessThanOrEqual(max.requests);
    expect(new Set(server.asked.map(each => each.run))).toEqual(
      new Set([run.id]),
    );

    const report = await get(`/reports/${run.reportId}`, '/reports/{id}');
    const p50 = report.outcomes.find(
      (each: { checkId: string }) => each.checkId === 'inference-latency-p50',
    );
    expect(p50.value).toBeGreaterThan(19);
    expect(report).toMatchObject({
      run: { id: run.id, state: 'succeeded', reportId: run.reportId },
      commands: [{ command: expect.stringContaining('dynoscope bench') }],
    });
    expect(await get(`${entity}/report`, `${template}/report`)).toEqual(report);
    const markdown = await guest.get(`/reports/${run.reportId}.md`);
    expect(markdown.headers['content-type']).toContain('text/markdown');
    expect(markdown.text).toContain('P50');
    const [{ id }] = report.evidence;
    const raw = await guest.get(`/reports/${run.reportId}/evidence/${id}`);
    expect(raw.body).toHaveProperty('histogram');

    const scorecard = await get(`${entity}/scorecard`, `${template}/scorecard`);
    expect(scorecard).toMatchObject({
      latestReportId: run.reportId,
      lastRun: { id: run.id },
      measuredAt: expect.any(String),
    });
    expect(scorecard).not.toHaveProperty('empty');
    const { items } = await get(`${entity}/reports`, `${template}/reports`);
    expect(items).toEqual([expect.objectContaining({ runId: run.id })]);
    const query = 'metric=inference.latency&statistic=p50';
    await get(`${entity}/trend?${query}`, `${template}/trend`);
    await get('/checks', '/checks');
    await get('/metrics', '/metrics');
    expect((await guest.get('/openapi.json')).body.openapi).toBe('3.1.0');

    const channels = portal.signals.filter(
      ({ channel }) => channel === `performance:run:${run.id}`,
    );
    expect(channels.pop()?.message).toEqual(run);
    expect(
      portal.auditor.createEvent.mock.calls.map(([{ eventId }]) => eventId),
    ).toEqual(['run-start', 'run-execute']);
  });

  it('measures soon after the start without being asked', async () => {
    portal = await startPortal({
      entities: [component('iris')],
      performance: performance({ schedule: { initialDelay: { seconds: 1 } } }),
      schedules: true,
    });
    guest = portal.as('guest');
    const { body } = await until(async () => {
      const answer = await guest.get(`${entity}/report`);
      return answer.status === 200 ? answer : undefined;
    }, 60_000);
    expect(body.run).toMatchObject({
      trigger: 'schedule',
      requestedBy: 'schedule',
      state: 'succeeded',
    });
    const scorecard = await guest.get(`${entity}/scorecard`);
    expect(Date.parse(scorecard.body.nextRunAt)).toBeGreaterThan(Date.now());
  });

  it.each<[string, (log: number) => Promise<unknown>]>([
    ['is cancelled', async () => guest.post(`/runs/${await active()}/cancel`)],
    [
      'meets the kill switch',
      async () =>
        portal.config.update({ data: { performance: { enabled: false } } }),
    ],
    ['meets the end of the portal', async () => portal.backend.stop()],
  ])('sends nothing more once a run %s', async (_, stop) => {
    portal = await startPortal({
      entities: [component('iris')],
      performance: performance({
        inference: {
          ...performance().inference,
          load: { users: 4, warmupSeconds: 0, seconds: 50 },
        },
      }),
    });
    guest = portal.as('guest');
    const { body } = await guest.post('/runs', {
      entityRef: 'component:default/iris',
    });
    await until(() => server.asked[20]);
    const stopped = Date.now();
    await stop(stopped);
    await until(
      () => portal.auditor.createEvent.mock.calls[1] && quiet(server.asked),
    );
    const last = server.asked[server.asked.length - 1].at;
    expect(last - stopped).toBeLessThan(3000);
    expect(server.asked.every(({ run }) => run === body.id)).toBe(true);
  });

  async function active(): Promise<string> {
    const { body } = await guest.get(`${entity}/scorecard`);
    return body.activeRun.id;
  }
});

/** Nothing came for a second. */
function quiet(asked: { at: number }[]): true | undefined {
  return Date.now() - asked[asked.length - 1].at > 1000 || undefined;
}
