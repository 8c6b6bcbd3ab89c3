import fc from 'fast-check';
import type { Knex } from 'knex';
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
    state: fc.constantFrom('succeeded' as const, 'partial' as const),
  }),
  fc.record({ kind: fc.constant('stop' as const), worker }),
  fc.record({ kind: fc.constant('cancel' as const), run: fc.nat({ max: 5 }) }),
  fc.record({ kind: fc.constant('expire' as const) }),
  fc.record({ kind: fc.constant('sweep' as const) }),
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

/** Does one step after the other and writes down every result that was accepted and every broken rule. */
function createHistory(knex: Knex, queue: RunQueue) {
  const claims: (Claim | undefined)[] = [];
  const states = new Map<string, string>();
  const cancelled = new Set<string>();
  const accepted = new Map<string, number>();
  const broken: string[] = [];

  async function take(next: Step): Promise<void> {
    const claim = 'worker' in next ? claims[next.worker] : undefined;
    switch (next.kind) {
      case 'add':
        return queue
          .add({
            plan: plan(),
            trigger: 'api',
            requestedBy: 'test',
            targets: [{ target: `t${next.target}`, requests: 1 }],
          })
          .then(
            () => {},
            error => {
              if (!isPerformanceError(error)) throw error;
            },
          );
      case 'claim':
        claims[next.worker] = (await queue.claim('w')) ?? claim;
        return undefined;
      case 'renew':
        return claim && queue.renew(claim, { probes: [] });
      case 'finish':
        await (claim &&
          queue.finish(claim, { state: next.state }, async (_, { id }) => {
            if (cancelled.has(id))
              broken.push(`${id}: a result after a cancel`);
            accepted.set(id, (accepted.get(id) ?? 0) + 1);
          }));
        return undefined;
      case 'stop':
        await (claim && queue.finish(claim, { state: 'interrupted' }));
        return undefined;
      case 'cancel': {
        const ids: string[] = await knex('runs')
          .orderBy(['created_at', 'id'])
          .pluck('id');
        const run = ids[next.run] && (await queue.cancel(ids[next.run]));
        if (run && run.state.startsWith('cancel')) cancelled.add(run.id);
        return undefined;
      }
      case 'expire':
        await knex('runs')
          .whereNotNull('lease_until')
          .update({ lease_until: databaseNowPlus(knex, -1) });
        return undefined;
      default:
        await queue.sweep();
        return undefined;
    }
  }

  async function check(): Promise<void> {
    const runs = await knex('runs').select('id', 'state', 'finished_at');
    for (const { id, state, finished_at } of runs) {
      const before = states.get(id) ?? state;
      if (before !== state && !statesBefore(state).includes(before as never)) {
        broken.push(`${id}: ${before} became ${state}`);
      }
      if (activeStates.includes(state) !== (finished_at === null)) {
        broken.push(`${id}: ${state} finished at ${finished_at}`);
      }
      states.set(id, state);
    }
    const held = await knex('run_targets')
      .whereNull('released_at')
      .pluck('run_id');
    const active = runs.filter(({ state }) => activeStates.includes(state));
    if (
      held.sort().join() !==
      active
        .map(({ id }) => id)
        .sort()
        .join()
    ) {
      broken.push(`targets of ${held}, but active are ${active}`);
    }
    for (const [id, count] of accepted) {
      if (count > 1) broken.push(`${id}: ${count} results`);
    }
  }

  return { take, check, broken };
}

describe.each(databases.ids)('any history of runs on %s', id => {
  it('accepts at most one result a run, none after a cancel, only known changes of state, and one run a target', async () => {
    const knex = await databases.migrated(id);
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 30 }), async steps => {
        await knex('runs').delete();
        const history = createHistory(knex, RunQueue.create({ knex }));
        for (const next of steps) {
          await history.take(next);
          await history.check();
        }
        expect(history.broken).toEqual([]);
      }),
      { numRuns: id === 'SQLITE_3' ? 150 : 40 },
    );
  });
});
