import { testDatabases } from './__testUtils__/databases';
import { echoProbe } from './__testUtils__/echoProbe';
import { startModelServer } from './__testUtils__/modelServer';
import { component, startPortal } from './__testUtils__/portal';
import { until } from './__testUtils__/until';
import {
  createPerformanceConditionalDecision,
  performanceConditions,
} from './permissions/conditionExports';
import { performanceRunCreatePermission } from '@dynoscope/backstage-plugin-performance-common';
import { AuthorizeResult } from '@backstage/plugin-permission-common';

jest.setTimeout(60_000);

const databases = testDatabases();

describe.each(databases.ids)('odd spellings on %s', id => {
  it('of an entity mean that entity, for conditions too, and a NUL character is a mistake of the caller', async () => {
    const model = await startModelServer();
    const probe = echoProbe();
    const portal = await startPortal({
      database: await databases.empty(id),
      entities: [component('one', { 'test/echo': model.url })],
      probes: [
        {
          ...probe,
          // What is left out and what is undefined are the same plan.
          plan: (...args) => ({ ...probe.plan(...args), protocol: undefined }),
        },
      ],
      performance: {
        environments: { demo: {} },
        inference: {
          allow: [
            {
              host: '127.0.0.1',
              port: [Number(new URL(model.url).port)],
              cidr: '127.0.0.0/8',
            },
          ],
        },
      },
      policy: (_, permission) =>
        permission === performanceRunCreatePermission.name
          ? createPerformanceConditionalDecision(
              performanceRunCreatePermission,
              performanceConditions.isEntityOwner({
                claims: ['group:default/ours'],
              }),
            )
          : { result: AuthorizeResult.ALLOW },
    });
    try {
      const me = portal.as('me');
      for (const entityRef of ['Component:Default/One', 'component:one']) {
        const { status, body } = await me.post('/runs', { entityRef });
        expect([status, body.entityRef]).toEqual([
          202,
          'component:default/one',
        ]);
        const ended = await until(async () => {
          const { body: run } = await me.get(`/runs/${body.id}`);
          return run.finishedAt ? run : undefined;
        });
        expect(ended).toMatchObject({ state: 'succeeded' });
      }
      const wrong = await Promise.all([
        me.get('/runs/%00'),
        me.get('/reports/%00.md'),
        me.post('/runs', { planId: '\u0000' }),
        me.get('/entities/component/default/one/reports?environment=%00'),
      ]);
      // SQLite looks for such a name and finds none.
      const allowed = id === 'SQLITE_3' ? [200, 404] : [400];
      for (const { status } of wrong) expect(allowed).toContain(status);
    } finally {
      await portal.stop();
      await model.close();
    }
  });
});
