import type { Knex } from 'knex';
import { testDatabases } from '../__testUtils__/databases';
import { createLab } from './__testUtils__/experimentLab';

jest.setTimeout(60_000);

const databases = testDatabases();

describe.each(databases.ids)('the run of an experiment on %s', id => {
  let knex: Knex;

  beforeEach(async () => {
    knex = await databases.migrated(id);
  });

  const runsOf = () => knex('runs').orderBy('created_at');

  it.each<[string, (lab: ReturnType<typeof createLab>) => unknown, RegExp]>([
    [
      'another run at the target',
      async lab => {
        await lab.experiment({ subject: 'echo/127.0.0.1' });
        await lab.look();
      },
      /A run is going on at the same target/,
    ],
    [
      'the kill switch',
      lab =>
        lab.rootConfig.update({ data: { performance: { enabled: false } } }),
      /switched off by the operator/,
    ],
    [
      'a subject that is not there',
      lab => {
        lab.entities[0].metadata.annotations = {};
      },
      /The entity does not have echo\/127\.0\.0\.1 now/,
    ],
  ])('waits for %s and says so once', async (_, hinder, sentence) => {
    const lab = createLab(knex);
    await hinder(lab);
    const { experiment } = await lab.experiment();
    lab.told.length = 0;
    await lab.look();
    await lab.look();
    const waiting = await lab.get(experiment.id);
    expect(waiting.waiting).toMatch(sentence);
    expect(waiting.state).toBe('applied');
    expect(lab.told.map(each => each.waiting)).toEqual([waiting.waiting]);
  });

  it('waits for a cool-down and a roll-out', async () => {
    const cooling = createLab(knex, {
      performance: { limits: { coolDown: { minutes: 5 } } },
    });
    const first = await cooling.experiment();
    await cooling.look();
    await cooling.perform(5);
    await cooling.look();
    expect((await cooling.get(first.experiment.id)).verdict).toBe('kept');
    const second = await cooling.experiment();
    await cooling.look();
    expect((await cooling.get(second.experiment.id)).waiting).toMatch(
      /ended less than 300 s ago \(performance\.limits\.coolDown\)/,
    );
    const rolling = createLab(knex, { ready: false });
    await rolling.look();
    expect((await rolling.get(second.experiment.id)).waiting).toBe(
      'The cluster is still rolling the change out.',
    );
    const ready = createLab(knex, { ready: true });
    await ready.look();
    expect(await ready.get(second.experiment.id)).toHaveProperty('runId');
  });

  it('gives a server some seconds to take the change, and gives up after a day', async () => {
    const lab = createLab(knex);
    const fresh = await lab.experiment({}, { askedSeconds: 0 });
    await lab.look();
    expect(await runsOf()).toEqual([]);
    expect(await lab.get(fresh.experiment.id)).toEqual(fresh.experiment);
    const old = await lab.experiment(
      { waiting: 'A run is going on.' },
      { askedSeconds: 24 * 3600 + 1 },
    );
    await lab.look();
    expect(await lab.get(old.experiment.id)).toMatchObject({
      verdict: 'unclear',
      reasons: ['It was given up after a day. A run is going on.'],
    });
  });

  it('is unclear when the plan is another one by now', async () => {
    const { experiment } = await createLab(knex).experiment();
    const changed = createLab(knex, {
      performance: { limits: { rate: 0.5 } },
    });
    await changed.look();
    expect(await changed.get(experiment.id)).toMatchObject({
      state: 'measured',
      verdict: 'unclear',
      reasons: ['The same plan cannot be run again: rate was 1 and is 0.5.'],
    });
    expect(await runsOf()).toEqual([]);
  });
});
