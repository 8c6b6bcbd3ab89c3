import { isAbsolute, relative, sep } from 'node:path';

/** A file as it is shown: below a folder that is known, or else its name and folder; how the server is laid out is not shown. */
export function fileReference(
  path: string,
  folders: readonly (string | undefined)[],
): string {
  const shown = folders
    .flatMap(folder => (folder === undefined ? [] : relative(folder, path)))
    .find(below => !isAbsolute(below) && below.split(sep)[0] !== '..');
  return (shown ?? path.split(sep).slice(-2).join(sep)).split(sep).join('/');
}
