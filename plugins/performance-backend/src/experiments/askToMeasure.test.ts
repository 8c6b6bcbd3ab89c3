import type { Verdict } from '@dynoscope/scorecard';
import { testDatabases } from '../__testUtils__/databases';
import { abandonExperiment } from './abandonExperiment';
import { createLab } from './__testUtils__/experimentLab';
import { askToMeasure } from './askToMeasure';

jest.setTimeout(60_000);

const databases = testDatabases();

describe('a verdict that is measured again', () => {
  let lab: ReturnType<typeof createLab>;
  let id: string;

  beforeEach(async () => {
    lab = createLab(await databases.migrated('SQLITE_3'));
    const { experiment } = await lab.experiment();
    ({ id } = experiment);
    await lab.look();
    await lab.perform(80);
    await lab.look();
    const stored = (await lab.experiments.get(id))!;
    const asked = await askToMeasure({
      ...lab.parts,
      stored,
      production: false,
      confirm: undefined,
    });
    await lab.experiments.change(asked!, { measureAskedAt: new Date(0) });
  });

  const records = async (verdict: Verdict) => {
    const none = { kept: 0, exceeded: 0, missed: 0, unclear: 0 };
    expect(await lab.experiments.records()).toEqual([
      { remedy: 'batcher-wait', ...none, [verdict]: 1 },
    ]);
  };

  it('stays in the record when the experiment is ended before another comes', async () => {
    const stored = (await lab.experiments.get(id))!;
    expect(stored.experiment).not.toHaveProperty('verdict');
    await abandonExperiment({ ...lab.parts, stored });
    expect((await lab.get(id)).state).toBe('abandoned');
    await records('missed');
  });

  it('stays in the record when nothing could be measured', async () => {
    // asked so long ago that it is given up
    await lab.look();
    expect(await lab.get(id)).toMatchObject({
      state: 'measured',
      verdict: 'unclear',
    });
    await records('missed');
  });

  it('gives way to what the next measurement says', async () => {
    await lab.experiments.change((await lab.experiments.get(id))!, {
      measureAskedAt: new Date(Date.now() - 10_000),
    });
    await lab.look();
    await lab.perform(5);
    await lab.look();
    expect((await lab.get(id)).verdict).toBe('kept');
    await records('kept');
  });
});
