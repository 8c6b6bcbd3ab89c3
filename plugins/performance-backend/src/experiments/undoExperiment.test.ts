import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { PublishFolder } from '@dynoscope/backstage-plugin-performance-node';
import type { ExperimentChange } from '@dynoscope/scorecard';
import type { Knex } from 'knex';
import { testDatabases } from '../__testUtils__/databases';
import { createLab, experimentOf } from './__testUtils__/experimentLab';
import type { StoredExperiment } from './StoredExperiment';
import { undoExperiment } from './undoExperiment';

jest.setTimeout(60_000);

const databases = testDatabases();
const file = 'one/service.yaml';
const earlier = 'a: 1 # kept \u00fc\r\n';

describe('undoing an experiment', () => {
  const directory = createMockDirectory();
  const root = directory.resolve('published');
  let knex: Knex;
  let lab: ReturnType<typeof createLab>;

  beforeEach(async () => {
    directory.clear();
    knex = await databases.migrated('SQLITE_3');
    lab = createLab(knex);
  });

  const read = (path: string) =>
    readFile(join(root, path), 'utf8').catch(() => undefined);
  const write = async (path: string, text: string) => {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  };

  /** Publishes a change of the manifest, which stood there before, with a new file beside it. */
  async function changed(
    experiment: Parameters<typeof experimentOf>[0] = {},
  ): Promise<StoredExperiment> {
    await write(file, earlier);
    const folder = await PublishFolder.open({ root });
    const change: ExperimentChange = await folder.publish('one', [
      { path: 'service.yaml', content: 'a: 2\n' },
      { path: 'hpa.yaml', content: 'b: 1\n' },
    ]);
    return lab.experiments.insert({
      experiment: experimentOf({ change, ...experiment }),
      runsQueued: 0,
      tries: 0,
      measureAskedAt: new Date(Date.now() - 60_000),
    });
  }

  const undo = (
    stored: StoredExperiment,
    path = file,
    more: Partial<Parameters<typeof undoExperiment>[0]> = {},
  ) =>
    undoExperiment({
      ...lab.parts,
      config: { publish: { folder: root } },
      stored,
      subject: {
        id: stored.experiment.subject,
        kind: 'endpoint',
        address: '',
        allowedBy: '',
        manifest: { kind: 'file', path: join(root, path) },
      },
      ...more,
    });

  it('puts the files back byte for byte, takes new ones away, and keeps the verdict', async () => {
    const stored = await changed({ state: 'measured', verdict: 'missed' });
    expect(await read(file)).toBe('a: 2\n');
    const undone = await undo(stored);
    expect(await read(file)).toBe(earlier);
    expect(await readdir(join(root, 'one'))).toEqual(['service.yaml']);
    expect(undone!.experiment).toMatchObject({
      state: 'measured',
      verdict: 'missed',
      undo: { possible: false, undoneAt: expect.any(String) },
    });
    await expect(undo(undone!)).rejects.toThrow(/was put back already/);
  });

  it('ends an experiment that has no verdict, so that what is gone is not measured', async () => {
    const stored = await changed();
    await undo(stored);
    await lab.look();
    expect(await knex('runs').select()).toEqual([]);
    expect(await lab.get(stored.experiment.id)).toMatchObject({
      state: 'abandoned',
      reasons: ['The change was put back before it was measured.'],
    });
  });

  it('is done once when it is asked twice at a time', async () => {
    const stored = await changed();
    const answers = await Promise.allSettled([undo(stored), undo(stored)]);
    const done = answers.filter(
      answer => answer.status === 'fulfilled' && answer.value !== undefined,
    );
    expect(done).toHaveLength(1);
    expect(await read(file)).toBe(earlier);
  });

  it('is refused when a file was changed since, changes nothing then, and may be tried again', async () => {
    const stored = await changed();
    await write(file, 'a: 3\n');
    await expect(undo(stored)).rejects.toMatchObject({
      name: 'ConflictError',
      message: expect.stringMatching(
        /one\/service\.yaml has been changed since/,
      ),
    });
    expect([await read(file), await read('one/hpa.yaml')]).toEqual([
      'a: 3\n',
      'b: 1\n',
    ]);
    const left = await lab.experiments.get(stored.experiment.id);
    expect(left).not.toHaveProperty('undoBeganAt');
    expect(left!.experiment).toEqual(stored.experiment);
    await write(file, 'a: 2\n');
    expect(await undo(left!)).toBeDefined();
  });

  it('is refused while the change is measured, and nothing is measured while it goes on', async () => {
    const stored = await changed({ baseReportId: (await lab.report(50)).id });
    await lab.look();
    const running = await lab.experiments.get(stored.experiment.id);
    await expect(undo(running!)).rejects.toThrow(/is being measured/);
    // Read before the run was queued: the mark is not set over it.
    expect(await undo(stored)).toBeUndefined();
    expect(await read(file)).toBe('a: 2\n');
    const other = await changed({ baseReportId: (await lab.report(50)).id });
    await knex('runs').delete();
    await lab.experiments.change(other, { undoBeganAt: new Date() });
    await lab.look();
    expect(await lab.get(other.experiment.id)).not.toHaveProperty('runId');
    const marked = await lab.experiments.get(other.experiment.id);
    await expect(undo(marked!)).rejects.toThrow(/being put back right now/);
  });

  it('takes over an undo that a crash cut off', async () => {
    const stored = await changed();
    const undoBeganAt = new Date(Date.now() - 120_000);
    const marked = await lab.experiments.change(stored, { undoBeganAt });
    const undone = await undo(marked!);
    expect(undone!.experiment.undo.undoneAt).toBeDefined();
    expect(await read(file)).toBe(earlier);
  });

  it('leaves alone what is not the manifest of the subject', async () => {
    const stored = await changed();
    for (const [path, more] of [
      ['other/service.yaml', {}],
      [file, { subject: undefined }],
      [file, { config: { publish: {} } }],
    ] as const) {
      await expect(undo(stored, path, more)).rejects.toMatchObject({
        name: 'ConflictError',
        message: expect.stringMatching(
          /^The portal cannot put this change back/,
        ),
      });
    }
    expect(await read(file)).toBe('a: 2\n');
  });
});
