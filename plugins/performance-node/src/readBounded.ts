import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { InputError } from '@backstage/errors';

/**
 * The bytes of a regular file, or undefined where there is none. Follows no symbolic link.
 *
 * @throws InputError where something else than a file is there, or one that is too large.
 */
export async function readBounded(
  file: string,
  options: { name: string; maxBytes: number },
): Promise<Buffer | undefined> {
  const { name, maxBytes } = options;
  // A pipe would hold the reader for ever without O_NONBLOCK.
  const flags =
    constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;
  const handle = await open(file, flags).catch(error => {
    if (error.code === 'ENOENT') return undefined;
    if (error.code === 'ELOOP' || error.code === 'EMLINK') {
      throw new InputError(
        `${name}: is a symbolic link, which is not followed`,
      );
    }
    throw error;
  });
  if (!handle) return undefined;
  try {
    const status = await handle.stat();
    if (!status.isFile()) {
      throw new InputError(`${name}: is no regular file`);
    }
    if (status.size > maxBytes) {
      throw new InputError(
        `${name}: is larger than the allowed ${maxBytes} bytes`,
      );
    }
    return await handle.readFile();
  } finally {
    await handle.close();
  }
}
