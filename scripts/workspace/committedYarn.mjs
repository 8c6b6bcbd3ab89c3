import fs from 'node:fs';
import path from 'node:path';
import { root } from './root.mjs';

/** The Yarn that is part of this repository. */
export function committedYarn() {
  const folder = path.join(root, '.yarn/releases');
  const release = fs.readdirSync(folder).find(name => name.endsWith('.cjs'));
  return path.join(folder, release);
}
