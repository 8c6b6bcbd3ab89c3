import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
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

describe('publishing', () => {
  it('writes new files, names them from the root, and leaves others alone', async () => {
    mkdirSync(join(root, 'ranker'));
    writeFileSync(join(root, 'ranker/notes.txt'), 'mine');
    const change = await folder.publish('ranker', [
      { path: 'service.yaml', content: 'a: ä\n' },
      { path: 'more/budget.yaml', content: '' },
    ]);
    expect(change).toEqual({
      kind: 'folder',
      reference: 'ranker',
      files: [
        {
          path: 'ranker/service.yaml',
          after: expect.stringMatching(/^[0-9a-f]{64}$/),
        },
        {
          path: 'ranker/more/budget.yaml',
          after: expect.stringMatching(/^e3b0c44/),
        },
      ],
    });
    expect(await folder.read('ranker/service.yaml')).toBe('a: ä\n');
    expect(readFileSync(join(root, 'ranker/notes.txt'), 'utf8')).toBe('mine');
    expect(await folder.read('ranker/nothing.yaml')).toBeUndefined();
    expect(await folder.read('nobody/nothing.yaml')).toBeUndefined();
  });

  it('writes nothing in a preview, which answers the same change', async () => {
    await folder.publish('ranker', manifest('one'));
    const preview = await folder.publish('ranker', manifest('two'), {
      preview: true,
    });
    expect(await folder.read('ranker/service.yaml')).toBe('one');
    expect(await folder.publish('ranker', manifest('two'))).toEqual(preview);
  });

  it.each([
    '',
    '.',
    '..',
    '../outside',
    'a/../../outside',
    '/etc',
    'a//b',
    'a/',
    './a',
    '.earlier',
    'a/.hidden',
    'a\\b',
    '..\\outside',
    'a\0b',
    'a\nb',
    'C:',
    'a b',
    'a.',
    '~',
    '%2e%2e',
    '․․/a',
    'ａ',
    'a'.repeat(101),
    'a'.repeat(1_000_000),
    'a/b/c/d/e/f/g/h/i',
  ])('refuses the name %# as folder, as path and to undo', async name => {
    writeFileSync(join(base, 'outside'), 'secret');
    const refusal = /expected at most 8 names joined by \//;
    await expect(folder.publish(name, manifest('x'))).rejects.toThrow(refusal);
    await expect(
      folder.publish('ok', [
        { path: 'good.yaml', content: 'x' },
        { path: name, content: 'x' },
      ]),
    ).rejects.toThrow(refusal);
    await expect(folder.read(name)).rejects.toThrow(refusal);
    await expect(
      folder.undo({
        kind: 'folder',
        reference: 'ok',
        files: [{ path: name, after: 'a'.repeat(64) }],
      }),
    ).rejects.toThrow(refusal);
    expect(tree()).toEqual([]);
    expect(readdirSync(base).sort()).toEqual(['outside', 'published']);
  });

  it('stays inside its root whatever it is asked', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: fc.constantFrom('.', '/', '\\', 'a', '\0', ' ') }),
        fc.oneof(fc.string(), fc.constantFrom('a.yaml', '../x', '/x')),
        async (place, path) => {
          const error = await folder
            .publish(place, [{ path, content: 'x' }])
            .then(
              () => undefined,
              ({ name }) => name,
            );
          expect([undefined, 'InputError']).toContain(error);
          expect(readdirSync(base)).toEqual(['published']);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('follows no symbolic link, wherever it stands', async () => {
    const outside = join(base, 'outside');
    mkdirSync(outside);
    writeFileSync(join(outside, 'service.yaml'), 'secret');
    symlinkSync(outside, join(root, 'linked'));
    mkdirSync(join(root, 'ranker'));
    symlinkSync(
      join(outside, 'service.yaml'),
      join(root, 'ranker/service.yaml'),
    );
    symlinkSync(join(outside, 'new.yaml'), join(root, 'ranker/new.yaml'));
    for (const [place, path] of [
      ['linked', 'service.yaml'],
      ['linked', 'new.yaml'],
      ['ranker', 'service.yaml'],
      ['ranker', 'new.yaml'],
    ]) {
      await expect(
        folder.publish(place, [{ path, content: 'x' }]),
      ).rejects.toThrow(/link/);
      await expect(folder.read(`${place}/${path}`)).rejects.toThrow(/link/);
    }
    expect(readFileSync(join(outside, 'service.yaml'), 'utf8')).toBe('secret');
    expect(readdirSync(outside)).toEqual(['service.yaml']);
  });

  it('keeps no copies through a link either', async () => {
    mkdirSync(join(base, 'outside'));
    symlinkSync(join(base, 'outside'), join(root, '.earlier'));
    await expect(folder.publish('ranker', manifest('x'))).rejects.toThrow(
      '.earlier: is no folder, and no link is followed',
    );
    expect(readdirSync(join(base, 'outside'))).toEqual([]);
  });

  it.each([
    ['no file', [], /expected 1 to 20/],
    [
      'too many',
      Array.from({ length: 21 }, (_, index) => ({
        path: `${index}.yaml`,
        content: '',
      })),
      /expected 1 to 20 of them, got 21/,
    ],
    [
      'a large file',
      manifest('x'.repeat(256 * 1024 + 1)),
      /ranker\/service\.yaml: is larger than the allowed 262144 bytes/,
    ],
    [
      'one file twice',
      [...manifest('1'), { path: 'Service.yaml', content: '2' }],
      /the same path stands there twice/,
    ],
  ])('refuses %s before it writes anything', async (_, files, message) => {
    await expect(folder.publish('ranker', files)).rejects.toThrow(message);
    expect(tree()).toEqual([]);
  });

  it('replaces no folder by a file', async () => {
    mkdirSync(join(root, 'ranker/service.yaml'), { recursive: true });
    await expect(folder.publish('ranker', manifest('x'))).rejects.toThrow(
      'ranker/service.yaml: is no regular file',
    );
    await folder.publish('other', manifest('x'));
    await expect(
      folder.publish('other', [{ path: 'service.yaml/a', content: 'x' }]),
    ).rejects.toThrow('other/service.yaml: is no folder');
  });
});
