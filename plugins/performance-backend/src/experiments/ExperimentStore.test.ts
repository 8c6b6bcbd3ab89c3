import { databaseNowPlus } from '../database/databaseNow';
import { deleteExpired } from '../reports/retention';
import { testDatabases } from '../__testUtils__/databases';
import { createLab, experimentOf } from './__testUtils__/experimentLab';
import { ExperimentStore } from './ExperimentStore';
import { noticeDeployment } from './noticeDeployment';

jest.setTimeout(60_000);

const databases = testDatabases();
const deployed = (maxLatency: number) => ({
  collectedBy: 'echo',
  deployment: {
    kind: 'InferenceService',
    name: 'one',
    source: { kind: 'file' as const, reference: 'one.yaml' },
    digest: 'd',
    batcher: { maxBatchSize: 8, maxLatency },
  },
});
const changes = [
  {
    path: '/spec/predictor/batcher/maxLatency',
    label: 'Longest wait',
    value: 5,
  },
];

describe.each(databases.ids)('experiments on %s', id => {
  it('are kept as they are, listed newest first, and changed by one of two at a time', async () => {
    const store = ExperimentStore.create({
      knex: await databases.migrated(id),
    });
    const place = { entityRef: 'component:default/one' };
    expect(await store.list(place)).toEqual({ items: [], totalItems: 0 });
    const written = [];
    for (const day of [1, 3, 2]) {
      const experiment = experimentOf({
        createdAt: `2026-11-0${day}T12:00:00.000Z`,
        title: `Wait less: ü 😀 ' "`,
        environment: day === 2 ? 'live' : 'demo',
        subject: 'x'.repeat(300),
      });
      const stored = { experiment, runsQueued: 0, tries: 0 };
      written.push(await store.insert(stored));
    }
    const [first, third, second] = written;
    expect(await store.get(first.experiment.id)).toEqual(first);
    expect(await store.get('none')).toBeUndefined();
    expect((await store.list(place)).items).toEqual([third, second, first]);
    expect(await store.list({ ...place, environment: 'live' })).toEqual({
      items: [second],
      totalItems: 1,
    });

    const measureAskedAt = new Date('2026-11-24T12:00:00.123Z');
    const changed = await Promise.all(
      ['a', 'b'].map(waiting =>
        store.change(first, { measureAskedAt, experiment: { waiting } }),
      ),
    );
    const [won, ...others] = changed.filter(each => each !== undefined);
    expect(others).toEqual([]);
    expect(await store.get(first.experiment.id)).toEqual(won);
    expect(won).toMatchObject({ version: 2, measureAskedAt });
    const again = await store.change(won!, {
      undoBeganAt: measureAskedAt,
      experiment: { waiting: undefined },
    });
    expect(await store.get(first.experiment.id)).toEqual(again);
    expect(again!.experiment).not.toHaveProperty('waiting');
  });

  it('are due while they are applied, asked for, and not being put back', async () => {
    const store = ExperimentStore.create({
      knex: await databases.migrated(id),
    });
    const at = new Date();
    const cases = [
      { state: 'applied', measureAskedAt: at, due: true },
      { state: 'applied', due: false },
      { state: 'applied', measureAskedAt: at, undoBeganAt: at, due: false },
      { state: 'proposed', measureAskedAt: at, due: false },
      { state: 'measured', measureAskedAt: at, due: false },
    ] as const;
    for (const { state, due, ...stored } of cases) {
      await store.insert({
        experiment: experimentOf({ state, title: String(due) }),
        runsQueued: 0,
        tries: 0,
        ...stored,
      });
    }
    expect(
      (await store.due()).map(({ experiment }) => experiment.title),
    ).toEqual(['true']);
  });

  it('make the record of their remedies over all entities, of the verdicts alone', async () => {
    const store = ExperimentStore.create({
      knex: await databases.migrated(id),
    });
    const add = (changed: Parameters<typeof experimentOf>[0]) =>
      store.insert({
        experiment: experimentOf(changed),
        runsQueued: 0,
        tries: 0,
      });
    for (const verdict of ['kept', 'kept', 'missed', 'unclear'] as const) {
      await add({
        state: 'measured',
        verdict,
        entityRef: `component:x/${verdict}`,
      });
    }
    await add({
      state: 'measured',
      verdict: 'exceeded',
      remedy: 'add-replicas',
    });
    await add({ state: 'applied' });
    await add({ state: 'abandoned' });
    const records = [
      { remedy: 'add-replicas', kept: 0, exceeded: 1, missed: 0, unclear: 0 },
      { remedy: 'batcher-wait', kept: 2, exceeded: 0, missed: 1, unclear: 1 },
    ];
    expect(await store.records()).toEqual(records);
    expect(await store.records(['batcher-wait'])).toEqual([records[1]]);
    expect(await store.records(['none'])).toEqual([]);
  });

  it('keep the reports that they rest on, unless they were abandoned', async () => {
    const knex = await databases.migrated(id);
    const lab = createLab(knex);
    const [base, candidate, forgotten, other, newest] = [
      await lab.report(1),
      await lab.report(2),
      await lab.report(3),
      await lab.report(4),
      await lab.report(5),
    ];
    await lab.experiment({
      baseReportId: base.id,
      candidateReportId: candidate.id,
      state: 'measured',
    });
    await lab.experiment({ baseReportId: forgotten.id, state: 'abandoned' });
    const old = [base, candidate, forgotten, other].map(each => each.id);
    await knex('reports')
      .whereIn('id', old)
      .update({ created_at: databaseNowPlus(knex, -9 * 3600 * 1000) });
    const retention = { reportsSeconds: 3600, evidenceSeconds: 3600 };
    await deleteExpired({ knex, retention });
    const left: string[] = await knex('reports').pluck('id');
    expect(left).toEqual(
      expect.arrayContaining([base.id, candidate.id, newest.id]),
    );
    expect(left).not.toContain(forgotten.id);
    expect(left).not.toContain(other.id);
  });

  it.each([
    ['demo', 5, 'applied', true],
    ['demo', 100, 'proposed', false],
    ['live', 5, 'applied', false],
  ] as const)(
    'see in a report of %s that a proposed change came into force: maxLatency %s makes it %s',
    async (environment, maxLatency, state, asked) => {
      const knex = await databases.migrated(id);
      const lab = createLab(knex);
      const { experiment } = await lab.experiments.insert({
        experiment: experimentOf({ state: 'proposed', environment, changes }),
        runsQueued: 0,
        tries: 0,
      });
      const report = await lab.report(
        50,
        { environment },
        { fingerprint: deployed(maxLatency) },
      );
      await knex.transaction(tx => noticeDeployment(tx, report, lab.parts));
      const stored = await lab.experiments.get(experiment.id);
      expect(stored!.experiment.state).toBe(state);
      expect('measureAskedAt' in stored!).toBe(asked);
      expect(stored!.experiment.appliedAt).toBe(
        state === 'applied' ? report.createdAt : experiment.appliedAt,
      );
      const without = await lab.report(50, { environment });
      await knex.transaction(tx => noticeDeployment(tx, without, lab.parts));
      expect(await lab.experiments.get(experiment.id)).toEqual(stored);
    },
  );
});
