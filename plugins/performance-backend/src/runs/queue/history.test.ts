import fc from 'fast-check';
import { testDatabases } from '../../__testUtils__/databases';
import { plan } from '../../__testUtils__/plan';
import { databaseNowPlus } from '../../database/databaseNow';
import { isPerformanceError } from '../../performanceError';
import type { Claim } from './claimRun';
import { RunQueue } from './RunQueue';
import { activeStates, statesBefore } from './transitions';

jest.setTimeout(120_000);

const databases = testDatabases();
const worker = fc.nat({ max: 2 });
const step = fc.oneof(
  fc.record({ kind: fc.constant('add' as const), target: fc.nat({ max: 2 }) }),
  fc.record({ kind: fc.constant('claim' as const), worker }),
  fc.record({ kind: fc.constant('renew' as const), worker }),
  fc.record({
    kind: fc.constant('finish' as const),
    worker,
    state: fc.constantFrom('succeeded', 'failed', 'interrupted' as const),
  }),
  fc.record({ kind: fc.constant('cancel' as const), run: fc.nat({ max: 5 }) }),
  fc.record({ kind: fc.constant('expire' as const) }),
  fc.record({ kind: fc.constant('sweep' as const) }),
);

describe.each(databases.ids)('any history of runs on %s', id => {
  it('accepts at most one result a run, none after a cancel, only known changes of state, and one run a target', async () => {
    const knex = await databases.migrated(id);
    const queue = RunQueue.create({ knex });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 30 }), async steps => {
        await knex('runs').delete();
        const claims: (Claim | undefined)[] = [];
        const results = new Map<string, number>();
        const states = new Map<string, string>();
        const cancelled = new Set<string>();
        for (const next of steps) {
          const claim = 'worker' in next ? claims[next.worker] : undefined;
          if (next.kind === 'add') {
            await queue
              .add({
                plan: plan(),
                trigger: 'api',
                requestedBy: 'test',
                targets: [{ target: `t${next.target}`, requests: 1 }],
              })
              .catch(error => {
                if (!isPerformanceError(error)) throw error;
              });
          } else if (next.kind === 'claim') {
            claims[next.worker] = (await queue.claim('w')) ?? claim;
          } else if (next.kind === 'renew' && claim) {
            await queue.renew(claim, { probes: [] });
          } else if (next.kind === 'finish' && claim) {
            await queue.finish(claim, { state: next.state }, async (_, run) => {
              if (next.state === 'interrupted') return;
              expect(cancelled).not.toContain(run.id);
              results.set(run.id, (results.get(run.id) ?? 0) + 1);
            });
          } else if (next.kind === 'cancel') {
            const ids: string[] = await knex('runs')
              .orderBy('created_at')
              .orderBy('id')
              .pluck('id');
            if (ids[next.run]) {
              const run = await queue.cancel(ids[next.run]);
              if (run.state.startsWith('cancel')) cancelled.add(run.id);
            }
          } else if (next.kind === 'expire') {
            await knex('runs')
              .whereNotNull('lease_until')
              .update({ lease_until: databaseNowPlus(knex, -1) });
          } else if (next.kind === 'sweep') await queue.sweep();

          const rows = await knex('runs').select('id', 'state', 'finished_at');
          for (const row of rows) {
            const before = states.get(row.id);
            if (before !== undefined && before !== row.state) {
              expect(statesBefore(row.state)).toContain(before);
            }
            states.set(row.id, row.state);
            expect(activeStates.includes(row.state)).toBe(
              row.finished_at === null,
            );
          }
          const held: string[] = await knex('run_targets')
            .whereNull('released_at')
            .pluck('run_id');
          expect(held.sort()).toEqual(
            rows
              .filter(row => activeStates.includes(row.state))
              .map(row => row.id)
              .sort(),
          );
        }
        expect([...results.values()].every(count => count === 1)).toBe(true);
      }),
      { numRuns: id === 'SQLITE_3' ? 150 : 40 },
    );
  });
});
