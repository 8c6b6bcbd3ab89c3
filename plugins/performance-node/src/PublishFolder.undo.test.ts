import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { PublishFolder } from './PublishFolder';

let base: string;
let root: string;
let folder: PublishFolder;

beforeEach(async () => {
  base = mkdtempSync(join(tmpdir(), 'dynoscope-publish-'));
  root = join(base, 'published');
  folder = await PublishFolder.open({ root });
});

afterEach(() => rmSync(base, { recursive: true }));

/** Every path below the root but the copies that undo needs. */
const tree = () =>
  readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter(path => !path.startsWith('.earlier'))
    .sort();
const manifest = (content: string) => [{ path: 'service.yaml', content }];

describe('undoing', () => {
  it('brings back any bytes, and takes away what was new with its folder', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 300 }),
        fc.string(),
        async (bytes, content) => {
          mkdirSync(join(root, 'ranker'), { recursive: true });
          writeFileSync(join(root, 'ranker/service.yaml'), bytes);
          const change = await folder.publish('ranker', [
            { path: 'service.yaml', content },
            { path: 'new/budget.yaml', content },
          ]);
          await folder.undo(change);
          expect(readFileSync(join(root, 'ranker/service.yaml'))).toEqual(
            Buffer.from(bytes),
          );
          expect(tree()).toEqual(['ranker', 'ranker/service.yaml']);
        },
      ),
      { numRuns: 50 },
    );
  });

  it('done twice is done once, and works after the portal has started anew', async () => {
    await folder.publish('ranker', manifest('before'));
    const change = await folder.publish('ranker', manifest('after'));
    const later = await PublishFolder.open({ root });
    await later.undo(change);
    await later.undo(change);
    expect(await later.read('ranker/service.yaml')).toBe('before');
  });

  it.each(['changed', 'taken away'])(
    'is refused where a file was %s since, and touches no other file',
    async what => {
      await folder.publish('ranker', manifest('before'));
      const change = await folder.publish('ranker', [
        ...manifest('after'),
        { path: 'budget.yaml', content: 'new' },
      ]);
      const file = join(root, 'ranker/service.yaml');
      if (what === 'changed') writeFileSync(file, 'by hand');
      else unlinkSync(file);
      await expect(folder.undo(change)).rejects.toMatchObject({
        name: 'ConflictError',
        message: 'ranker/service.yaml has been changed since: undo it by hand',
      });
      expect(existsSync(join(root, 'ranker/budget.yaml'))).toBe(true);
    },
  );

  it.each(['gone', 'spoilt'])(
    'is refused where the earlier bytes are %s',
    async what => {
      await folder.publish('ranker', manifest('before'));
      const change = await folder.publish('ranker', manifest('after'));
      const kept = join(root, '.earlier', change.files![0].before!);
      if (what === 'spoilt') writeFileSync(kept, 'something else');
      else unlinkSync(kept);
      await expect(folder.undo(change)).rejects.toMatchObject({
        name: 'ConflictError',
        message: 'ranker/service.yaml: its earlier bytes are not kept here',
      });
      expect(await folder.read('ranker/service.yaml')).toBe('after');
    },
  );

  it('loses nothing that is published while it goes on', async () => {
    for (let round = 0; round < 30; round += 1) {
      await folder.publish('ranker', manifest('before'));
      const change = await folder.publish('ranker', manifest('after'));
      const other = await PublishFolder.open({ root });
      const [undone, later] = await Promise.allSettled([
        folder.undo(change),
        other.publish('ranker', manifest(`other ${round}`)),
      ]);
      expect(undone).toHaveProperty('status', 'fulfilled');
      expect(later).toHaveProperty('status', 'fulfilled');
      expect(await folder.read('ranker/service.yaml')).toBe(`other ${round}`);
    }
  });

  it('of two at once puts back what the first of them found', async () => {
    for (let round = 0; round < 30; round += 1) {
      await folder.publish('ranker', manifest('before'));
      const [first, second] = await Promise.all([
        folder.publish('ranker', manifest('one')),
        folder.publish('ranker', manifest('two')),
      ]);
      expect(second.files![0].before).toBe(first.files![0].after);
      await folder.undo(second);
      await folder.undo(first);
      expect(await folder.read('ranker/service.yaml')).toBe('before');
    }
  });

  it('leaves no unfinished files behind', async () => {
    const change = await folder.publish('ranker', manifest('one'));
    await folder.publish('ranker', manifest('two'));
    await expect(folder.undo(change)).rejects.toThrow(/changed since/);
    expect(
      readdirSync(join(root, '.earlier')).every(name =>
        /^[0-9a-f]{64}$/.test(name),
      ),
    ).toBe(true);
  });

  it('is for changes of a folder only', async () => {
    await expect(
      folder.undo({ kind: 'pull-request', reference: 'https://example.com/1' }),
    ).rejects.toThrow(/only one of a folder/);
  });
});
