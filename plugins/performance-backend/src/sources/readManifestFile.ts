import { constants } from 'node:fs';
import { open, realpath, type FileHandle } from 'node:fs/promises';
import { basename, sep } from 'node:path';
import { fileReference } from './fileReference';
import {
  manifestText,
  mostManifestBytes,
  tooLarge,
  type ManifestText,
} from './manifestText';
import { UnreadableManifest } from './UnreadableManifest';

/**
 * Reads a manifest from a file. With `folder` the file has to lie in it, whatever links lead to. Only a plain file is
 * read, so that no pipe or device holds the reader up.
 */
export async function readManifestFile(
  location: { path: string; folder?: string; name?: string },
  options: { publishFolder?: string },
): Promise<ManifestText> {
  const { path, folder, name } = location;
  const file = await openPlainFile(path, folder);
  try {
    const bytes = Buffer.alloc(mostManifestBytes + 1);
    let length = 0;
    for (;;) {
      const { bytesRead } = await file.read(bytes, length);
      if (bytesRead === 0) break;
      length += bytesRead;
      if (length > mostManifestBytes) throw tooLarge();
    }
    return manifestText(bytes.subarray(0, length), {
      file: basename(path),
      source: {
        kind: 'file',
        reference: fileReference(path, [options.publishFolder, process.cwd()]),
      },
      name,
    });
  } finally {
    await file.close();
  }
}

async function openPlainFile(
  path: string,
  folder: string | undefined,
): Promise<FileHandle> {
  let file: FileHandle | undefined;
  try {
    const real = await realpath(path);
    if (folder !== undefined) {
      const root = await realpath(folder);
      if (!real.startsWith(root + sep)) {
        throw new UnreadableManifest(
          'the file lies outside the folder of the pattern in performance.inference.allow',
        );
      }
    }
    const { O_RDONLY, O_NOFOLLOW, O_NONBLOCK } = constants;
    file = await open(real, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
    if ((await file.stat()).isFile()) return file;
  } catch (error) {
    await file?.close();
    if (error instanceof UnreadableManifest) throw error;
    throw new UnreadableManifest(
      (error as NodeJS.ErrnoException).code === 'ENOENT'
        ? 'there is no such file'
        : 'the file cannot be opened',
    );
  }
  await file.close();
  throw new UnreadableManifest('it is not a file');
}
