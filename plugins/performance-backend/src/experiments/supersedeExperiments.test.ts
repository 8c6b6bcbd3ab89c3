import type { Experiment } from '@dynoscope/scorecard';
import { testDatabases } from '../__testUtils__/databases';
import { createLab, experimentOf } from './__testUtils__/experimentLab';
import { supersedeExperiments } from './supersedeExperiments';

jest.setTimeout(60_000);

const databases = testDatabases();
const undoneAt = '2026-11-24T13:00:00.000Z';

describe('the same change of the same report, recorded once more', () => {
  it.each<[string, boolean, Partial<Experiment>]>([
    ['is the first while it waits', true, {}],
    [
      'is the first with its verdict, so that the record counts it once',
      true,
      { state: 'measured', verdict: 'kept' },
    ],
    ['is another one when the first was ended', false, { state: 'abandoned' }],
    [
      'is another one when the first was put back',
      false,
      {
        state: 'measured',
        verdict: 'missed',
        undo: { possible: false, text: '', undoneAt },
      },
    ],
  ])('%s', async (_, isSame, first) => {
    const lab = createLab(await databases.migrated('SQLITE_3'));
    const { experiment } = await lab.experiment(first);
    const { baseReportId } = experiment;
    const { same, ended } = await supersedeExperiments({
      ...lab.parts,
      next: experimentOf({ baseReportId }),
    });
    expect(same?.experiment.id).toBe(isSame ? experiment.id : undefined);
    expect(ended).toEqual([]);
  });

  it.each(databases.ids)(
    'at the same instant, is kept once (%s)',
    async databaseId => {
      const lab = createLab(await databases.migrated(databaseId));
      const report = await lab.report(50);
      const drafts = ['a', 'b'].map(id =>
        experimentOf({ id, baseReportId: report.id }),
      );
      const kept = await Promise.all(
        drafts.map(async next => {
          const { id } = await supersedeExperiments({ ...lab.parts, next });
          return { ...next, id };
        }),
      );
      const stored = await Promise.all(
        kept.map(experiment =>
          lab.parts.experiments.insert({ experiment, runsQueued: 0, tries: 0 }),
        ),
      );
      expect(stored[0]).toEqual(stored[1]);
      expect(
        (await lab.parts.experiments.list(stored[0].experiment)).totalItems,
      ).toBe(1);
    },
  );
});
