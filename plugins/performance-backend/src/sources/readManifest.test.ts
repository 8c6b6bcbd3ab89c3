import { execFileSync } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import { Readable } from 'node:stream';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import { readManifest } from './readManifest';

const read = (
  location: Parameters<typeof readManifest>[0],
  readUrl?: unknown,
) =>
  readManifest(location, {
    clusters: {},
    urlReader: { readUrl } as never,
  });

describe('a manifest of a file', () => {
  const folder = createMockDirectory();
  const at = (path: string, root?: string) =>
    read({
      kind: 'file',
      path: folder.resolve(path),
      ...(root !== undefined && { folder: folder.resolve(root) }),
    });
  beforeEach(() => {
    folder.setContent({
      'published/ranker/service.yaml': 'kind: InferenceService\n',
      'secret.yaml': 'canary',
    });
  });

  it('is read with the digest of its bytes', async () => {
    expect(await at('published/ranker/service.yaml', 'published')).toEqual({
      content: 'kind: InferenceService\n',
      file: 'service.yaml',
      name: undefined,
      source: {
        kind: 'file',
        reference: 'ranker/service.yaml',
      },
      digest:
        'e322e3d7b488e1a2dfe3df96440635dd3c58dde543347d9b35edc1340d162033',
    });
  });

  it('follows links inside its folder and none that leave it', async () => {
    const link = (to: string, from: string) =>
      symlinkSync(folder.resolve(to), folder.resolve(from));
    link('published/ranker', 'published/again');
    link('secret.yaml', 'published/ranker/link.yaml');
    link('.', 'published/up');
    await expect(
      at('published/again/service.yaml', 'published'),
    ).resolves.toHaveProperty('content');
    for (const path of ['ranker/link.yaml', 'up/secret.yaml']) {
      await expect(at(`published/${path}`, 'published')).rejects.toThrow(
        /outside the folder/,
      );
    }
  });

  it('is refused when it is none, not there, too large or no text', async () => {
    execFileSync('mkfifo', [folder.resolve('pipe')]);
    folder.addContent({
      'large.yaml': Buffer.alloc(2 ** 18 + 1, ' '),
      'bytes.yaml': Buffer.from([0xff, 0xfe]),
    });
    await expect(at('pipe')).rejects.toThrow('it is not a file');
    await expect(at('published')).rejects.toThrow('it is not a file');
    await expect(at('none.yaml')).rejects.toThrow('there is no such file');
    await expect(at('large.yaml')).rejects.toThrow('it is larger than 256 KiB');
    await expect(at('bytes.yaml')).rejects.toThrow('it is not UTF-8 text');
  });
});

describe('a manifest of an address', () => {
  const location = {
    kind: 'url',
    url: 'https://git.example/us/ranker/blob/main/service.yaml?token=canary',
  } as const;
  const failing = (error: Error) => async () => {
    throw error;
  };

  it('is read through the reader of Backstage, without the query in its name', async () => {
    const readUrl = jest.fn(async () => ({
      buffer: async () => Buffer.from('a: 1'),
    }));
    expect(await read(location, readUrl)).toMatchObject({
      content: 'a: 1',
      file: 'service.yaml',
      source: {
        kind: 'url',
        reference: 'https://git.example/us/ranker/blob/main/service.yaml',
      },
    });
    expect(readUrl).toHaveBeenCalledWith(location.url, expect.anything());
  });

  it.each([
    [failing(new NotFoundError('canary')), 'there is no such file'],
    [failing(new NotAllowedError('canary')), /backend.reading.allow/],
    [failing(new Error('canary')), 'the address could not be read'],
    [
      async () => ({
        stream: () =>
          Readable.from(
            (function* endless() {
              for (;;) yield Buffer.alloc(2 ** 16);
            })(),
          ),
      }),
      'it is larger than 256 KiB',
    ],
  ])('that fails is a reason without a secret', async (readUrl, reason) => {
    const error = await read(location, readUrl).catch(thrown => thrown);
    expect(error.message).toMatch(reason);
    expect(`${error.message}${error.stack}`).not.toContain('canary');
  });
});
