import {
  AuthorizeResult,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import { performanceReportReadPermission } from '@dynoscope/backstage-plugin-performance-common';
import request from 'supertest';
import { mockCredentials } from '@backstage/backend-test-utils';
import { echoed, echoProbe } from '../__testUtils__/echoProbe';
import { startModelServer } from '../__testUtils__/modelServer';
import { component, startPortal } from '../__testUtils__/portal';
import { until } from '../__testUtils__/until';
import {
  createPerformanceConditionalDecision,
  performanceConditions,
} from './conditionExports';

jest.setTimeout(60_000);

const allow: PolicyDecision = { result: AuthorizeResult.ALLOW };
const deny: PolicyDecision = { result: AuthorizeResult.DENY };
const read = 'performance.report.read';
const create = 'performance.run.create';

/** What each role is given; a condition asks for the owner of the entity. */
const given: Record<string, string[]> = {
  admin: [
    read,
    create,
    'performance.run.create-production',
    'performance.run.cancel',
    'performance.evidence.read',
    'performance.experiment.create',
  ],
  runner: [read, create],
  reader: [read],
  nothing: [create, 'performance.run.cancel', 'performance.evidence.read'],
};
const owners: Record<string, string> = {
  owner: 'group:default/ours',
  neighbour: 'group:default/theirs',
};

type Roles = Record<
  | 'admin'
  | 'owner'
  | 'runner'
  | 'reader'
  | 'nothing'
  | 'neighbour'
  | 'stranger'
  | 'nobody',
  number
>;
const hidden = { nothing: 404, neighbour: 404, stranger: 404, nobody: 401 };
const readable: Roles = {
  admin: 200,
  owner: 200,
  runner: 200,
  reader: 200,
  ...hidden,
};

describe('who may do what', () => {
  let server: Awaited<ReturnType<typeof startModelServer>>;
  let portal: Awaited<ReturnType<typeof startPortal>>;
  let ids: { run: string; report: string; evidence: string; plan: string };
  const path = '/entities/component/default/one';

  beforeAll(async () => {
    server = await startModelServer();
    const url = `http://127.0.0.1:${server.port}/`;
    portal = await startPortal({
      entities: [component('one', { 'test/echo': url })],
      performance: {
        environments: { demo: {}, live: { production: true } },
        inference: {
          allow: [
            {
              host: '127.0.0.1',
              port: server.port,
              cidr: '127.0.0.0/8',
              environment: 'demo',
            },
          ],
        },
      },
      probes: [
        echoProbe({
          subjects: async (...args) =>
            await echoProbe().subjects(args[0], 'demo', args[2]),
          async measure(subject, context) {
            const evidence = context.evidence({
              kind: 'k',
              title: 't',
              raw: { raw: true },
            });
            return [echoed({ subject: subject.id, evidenceIds: [evidence] })];
          },
        }),
      ],
      policy(user, permission) {
        const [, name] = user.split('/');
        if (owners[name]) {
          return createPerformanceConditionalDecision(
            { ...performanceReportReadPermission, name: permission as never },
            performanceConditions.isEntityOwner({ claims: [owners[name]] }),
          );
        }
        return (given[name] ?? given.admin).includes(permission) ? allow : deny;
      },
      shows: user => !user.endsWith('/stranger'),
    });
    const admin = portal.as('admin');
    const plan = await admin.post('/runs/plan', {
      entityRef: 'component:default/one',
      environment: 'demo',
    });
    const { body } = await admin.post('/runs', { planId: plan.body.id });
    const run = await until(async () => {
      const now = await admin.get(`/runs/${body.id}`);
      return now.body.finishedAt ? now.body : undefined;
    });
    if (run.error) throw new Error(run.error.message);
    const report = await admin.get(`/reports/${run.reportId}`);
    ids = {
      run: run.id,
      report: run.reportId,
      evidence: report.body.evidence[0].id,
      plan: plan.body.id,
    };
  });

  afterAll(async () => {
    await portal?.stop();
    await server?.close();
  });

  const body = { entityRef: 'component:default/one', environment: 'demo' };
  const live = { ...body, environment: 'live' };
  const may = (roles: Partial<Roles>): Roles => ({
    ...readable,
    ...Object.fromEntries(['runner', 'reader'].map(role => [role, 403])),
    ...roles,
  });

  it.each<[string, () => string, object | undefined, Roles]>([
    ['scorecard', () => `${path}/scorecard`, undefined, readable],
    ['reports', () => `${path}/reports`, undefined, readable],
    ['report', () => `${path}/report`, undefined, readable],
    [
      'trend',
      () => `${path}/trend?metric=echo.time&statistic=p50`,
      undefined,
      readable,
    ],
    ['a report', () => `/reports/${ids.report}`, undefined, readable],
    [
      'a report as markdown',
      () => `/reports/${ids.report}.md`,
      undefined,
      readable,
    ],
    [
      'evidence',
      () => `/reports/${ids.report}/evidence/${ids.evidence}`,
      undefined,
      may({}),
    ],
    ['a run', () => `/runs/${ids.run}`, undefined, readable],
    ['cancel', () => `/runs/${ids.run}/cancel`, {}, may({})],
    ['plan', () => '/runs/plan', body, may({ runner: 200 })],
    ['plan in production', () => '/runs/plan', live, may({})],
    [
      'run of a plan in production',
      () => '/runs',
      live,
      may({ admin: 400, owner: 400 }),
    ],
  ])('%s', async (_, route, sent, roles) => {
    const got: Record<string, number> = {};
    for (const role of Object.keys(roles)) {
      const as = portal.as(role);
      const call = sent ? as.post(route(), sent) : as.get(route());
      const token = mockCredentials.none.header();
      const answer = await (role === 'nobody'
        ? call.set('Authorization', token)
        : call);
      got[role] = answer.status;
    }
    expect(got).toEqual(roles);
  });

  it('starting a run: 202 once, then by those who may; a hidden plan is 404', async () => {
    for (const [role, status] of Object.entries({
      reader: 403,
      nothing: 404,
      neighbour: 404,
      stranger: 404,
      runner: 202,
    })) {
      const answer = await portal.as(role).post('/runs', { planId: ids.plan });
      expect([role, answer.status]).toEqual([role, status]);
    }
  });

  it('answers the same to what is hidden and what does not exist', async () => {
    const stranger = portal.as('stranger');
    const none = '00000000-0000-4000-8000-000000000000';
    for (const [there, id] of [
      [`/reports/${ids.report}`, ids.report],
      [`/reports/${ids.report}/evidence/${ids.evidence}`, ids.report],
      [`/runs/${ids.run}`, ids.run],
      [`${path}/scorecard`, 'one'],
    ]) {
      const hiddenOne = await stranger.get(there);
      const missing = await stranger.get(there.replace(id, none));
      const words = hiddenOne.body.error.message.replace(id, none);
      expect(missing.body.error.message).toBe(words);
      expect(missing.status).toBe(404);
    }
  });

  it('lists in the scorecard what the reader may do', async () => {
    const actions = async (role: string) =>
      (await portal.as(role).get(`${path}/scorecard`)).body.allowedActions;
    expect(await actions('reader')).toEqual([]);
    expect(await actions('runner')).toEqual(['run']);
    expect(await actions('owner')).toEqual([
      'run',
      'run-production',
      'cancel',
      'evidence',
      'experiment',
    ]);
  });

  it('shows checks and metrics to everybody who signed in', async () => {
    expect(
      (await portal.as('nothing').get('/checks')).body.items.length,
    ).toBeGreaterThan(15);
    const metrics = await portal.as('nothing').get('/metrics');
    expect(metrics.body.items).toContainEqual(
      expect.objectContaining({ id: 'echo.time' }),
    );
    const anonymous = await request(portal.backend.server)
      .get('/api/performance/checks')
      .set('Authorization', mockCredentials.none.header());
    expect(anonymous.status).toBe(401);
  });
});
