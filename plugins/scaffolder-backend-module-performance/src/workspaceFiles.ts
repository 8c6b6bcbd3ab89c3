import { isUtf8 } from 'node:buffer';
import { constants } from 'node:fs';
import { lstat, open, readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';

const mostFiles = 200;
/** Of a file, and of all of them together: what reads them must not hold up the portal. */
const maxBytes = 1_000_000;

/** A text file, with its path below the folder that was asked for. */
export interface WorkspaceFile {
  path: string;
  content: string;
}

/**
 * The text files of a folder of the workspace, sorted by path. The workspace is made of templates and repositories of
 * others, so links and what is too large or no text end in an error.
 *
 * @throws InputError or NotAllowedError that names the path
 */
export async function workspaceFiles(
  workspacePath: string,
  options: { path: string; field: string; only?: RegExp },
): Promise<WorkspaceFile[]> {
  const { path, field, only } = options;
  const base = resolveSafeChildPath(workspacePath, path);
  const status = await lstat(base).catch(() => undefined);
  if (!status?.isDirectory()) {
    throw new InputError(
      `${field}: there is no folder ${JSON.stringify(path)} in the workspace`,
    );
  }
  const files: WorkspaceFile[] = [];
  let characters = 0;
  for await (const file of below(base)) {
    const name = relative(base, file).split(sep).join('/');
    if (only && !only.test(name)) continue;
    if (files.length >= mostFiles) {
      throw new InputError(`${field}: holds more than ${mostFiles} files`);
    }
    const content = await readText(file, name);
    characters += content.length;
    if (characters > maxBytes) {
      throw new InputError(
        `${field}: its files together are larger than the allowed ${maxBytes} characters`,
      );
    }
    files.push({ path: name, content });
  }
  return files;
}

async function* below(folder: string): AsyncGenerator<string> {
  const entries = await readdir(folder, { withFileTypes: true });
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    if (entry.name === '.git' || entry.name === 'node_modules') continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* below(path);
    else yield path;
  }
}

async function readText(file: string, name: string): Promise<string> {
  const flags =
    constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;
  const handle = await open(file, flags).catch(() => undefined);
  try {
    const status = await handle?.stat();
    if (!handle || !status?.isFile()) {
      throw new InputError(
        `${name}: is no regular file; links are not followed`,
      );
    }
    if (status.size > maxBytes) {
      throw new InputError(
        `${name}: is larger than the allowed ${maxBytes} bytes`,
      );
    }
    const bytes = await handle.readFile();
    if (!isUtf8(bytes)) throw new InputError(`${name}: is no UTF-8 text`);
    return bytes.toString('utf8');
  } finally {
    await handle?.close();
  }
}
