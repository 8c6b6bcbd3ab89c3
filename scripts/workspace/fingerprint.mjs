import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { root } from './root.mjs';

/**
 * A digest of names and contents. A folder stands for all files under it;
 * what is not there counts as absent, so that its appearance is a change.
 */
export function fingerprint(paths, ...facts) {
  const hash = createHash('sha256').update(JSON.stringify(facts));
  for (const file of paths.flatMap(filesUnder).sort()) {
    hash.update(`\0${file}\0`).update(fs.readFileSync(path.join(root, file)));
  }
  return hash.digest('hex');
}

/** Files at or under a path of the repository, relative to its root. */
function filesUnder(relative) {
  const stats = fs.statSync(path.join(root, relative), {
    throwIfNoEntry: false,
  });
  if (!stats) return [];
  if (stats.isFile()) return [relative];
  return fs
    .readdirSync(path.join(root, relative), { withFileTypes: true })
    .filter(entry => entry.isFile() || entry.isDirectory())
    .filter(entry => entry.name !== 'node_modules')
    .flatMap(entry => filesUnder(path.posix.join(relative, entry.name)));
}
