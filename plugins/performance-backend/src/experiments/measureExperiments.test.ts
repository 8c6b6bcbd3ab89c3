import type { Knex } from 'knex';
import { testDatabases } from '../__testUtils__/databases';
import { databaseNowPlus } from '../database/databaseNow';
import { abandonExperiment } from './abandonExperiment';
import { createLab } from './__testUtils__/experimentLab';
import { ExperimentStore } from './ExperimentStore';

jest.setTimeout(60_000);

const databases = testDatabases();

describe.each(databases.ids)('measuring experiments on %s', id => {
  let knex: Knex;

  beforeEach(async () => {
    knex = await databases.migrated(id);
  });

  const runsOf = () => knex('runs').orderBy('created_at');
  const longAgo = () =>
    knex('runs').update({ finished_at: databaseNowPlus(knex, -60_000) });

  it.each([
    [5, 'kept'],
    [2, 'exceeded'],
    [50, 'missed'],
    [80, 'missed'],
    [6, 'unclear'],
  ])(
    'measures the same plan again, and judges %s ms as %s',
    async (value, verdict) => {
      const lab = createLab(knex);
      const { experiment } = await lab.experiment();
      await lab.look();
      const [run] = await runsOf();
      expect([run.trigger, run.requested_by]).toEqual([
        'experiment',
        'experiment',
      ]);
      const base = await lab.reports.get(experiment.baseReportId);
      expect(JSON.parse(run.plan).probes).toEqual(base!.plan.probes);
      expect(await lab.get(experiment.id)).toMatchObject({ runId: run.id });
      await lab.look();
      const reportId = await lab.perform(value);
      await lab.look();
      const measured = await lab.get(experiment.id);
      expect(measured).toMatchObject({
        state: 'measured',
        verdict,
        candidateReportId: reportId,
        after: { reportId, runId: run.id, value },
        effect: { value: value - 50, unit: 'ms' },
      });
      expect(measured).not.toHaveProperty('waiting');
      expect(measured).not.toHaveProperty('runId');
      expect(lab.told.map(({ state }) => state)).toEqual([
        'applied',
        'measured',
      ]);
      await lab.look();
      expect(await runsOf()).toHaveLength(1);
    },
  );

  it('queues one run, however many replicas look at once', async () => {
    const lab = createLab(knex);
    const { experiment } = await lab.experiment();
    await Promise.all(
      [0, 1, 2, 3].map(() =>
        lab.look({ experiments: ExperimentStore.create({ knex }) }),
      ),
    );
    await lab.look();
    const [run, ...others] = await runsOf();
    expect(others).toEqual([]);
    expect(run.state).toBe('queued');
    expect(await lab.get(experiment.id)).toMatchObject({ runId: run.id });
    await lab.perform(5);
    await Promise.all([lab.look(), lab.look(), lab.look()]);
    expect(lab.told.filter(({ state }) => state === 'measured')).toHaveLength(
      1,
    );
  });

  it('finds the run again that it queued before it crashed', async () => {
    const lab = createLab(knex);
    const { experiment } = await lab.experiment();
    const crashing = ExperimentStore.create({ knex });
    crashing.change = async () => {
      throw new Error('The process ends here.');
    };
    await lab.look({ experiments: crashing });
    const [run] = await runsOf();
    expect(await lab.get(experiment.id)).not.toHaveProperty('runId');
    await lab.look();
    expect(await runsOf()).toHaveLength(1);
    expect(await lab.get(experiment.id)).toMatchObject({ runId: run.id });
  });

  it('tries an interrupted run again, three times in all, and a run at what is not there yet', async () => {
    const lab = createLab(knex);
    const { experiment } = await lab.experiment();
    const ends = [
      { state: 'interrupted' },
      {
        state: 'failed',
        error: { code: 'unreachable', message: 'Nobody answers.' },
      },
      { state: 'interrupted' },
    ] as const;
    for (const [index, end] of ends.entries()) {
      await lab.look();
      expect(await runsOf()).toHaveLength(index + 1);
      const claim = await lab.queue.claim('test');
      await lab.queue.finish(claim!, end);
      await lab.look();
      expect(await lab.get(experiment.id)).toHaveProperty(
        index < 2 ? 'runId' : 'verdict',
      );
      await longAgo();
      await lab.look();
    }
    expect(await lab.get(experiment.id)).toMatchObject({
      state: 'measured',
      verdict: 'unclear',
      reasons: [
        expect.stringMatching(/brought no report\. Choose Measure again/),
      ],
    });
    expect(await runsOf()).toHaveLength(3);
  });

  it('is unclear after a run that was cancelled or failed, and says why', async () => {
    const lab = createLab(knex);
    const cancelled = await lab.experiment();
    await lab.look();
    const [run] = await runsOf();
    await lab.queue.cancel(run.id);
    await lab.look();
    expect(await lab.get(cancelled.experiment.id)).toMatchObject({
      verdict: 'unclear',
      reasons: [
        'The run that was to measure it was cancelled. Choose Measure again.',
      ],
    });
    const failed = await lab.experiment();
    await lab.look();
    const error = { code: 'breaker-open', message: 'It broke.' } as const;
    await lab.perform(undefined, { state: 'failed', error });
    await lab.look();
    expect(await lab.get(failed.experiment.id)).toMatchObject({
      verdict: 'unclear',
      reasons: [
        'The run after the change did not measure what was promised.',
        'It broke.',
      ],
    });
  });

  it('takes back the run of an experiment that was ended while it was queued', async () => {
    const lab = createLab(knex);
    const stored = await lab.experiment();
    const slow = ExperimentStore.create({ knex });
    slow.change = async (...args) => {
      await abandonExperiment({ ...lab.parts, stored });
      return ExperimentStore.create({ knex }).change(...args);
    };
    await lab.look({ experiments: slow });
    const [run] = await runsOf();
    expect(run.state).toBe('cancelled');
    expect((await lab.get(stored.experiment.id)).state).toBe('abandoned');
    await lab.look();
    expect(await runsOf()).toHaveLength(1);
  });

  it('goes on with the others when one cannot be measured', async () => {
    const lab = createLab(knex);
    const broken = await lab.experiment();
    await knex('reports')
      .where({ id: broken.experiment.baseReportId })
      .update({ document: '{' });
    const good = await lab.experiment();
    await lab.look();
    expect(await lab.get(good.experiment.id)).toHaveProperty('runId');
    expect(lab.logger.error).toHaveBeenCalledWith(
      'An experiment could not be measured',
      expect.objectContaining({ experimentId: broken.experiment.id }),
    );
  });
});
