import fs from 'node:fs';
import path from 'node:path';
import { root } from './root.mjs';

/** The folders of all workspaces, relative to the root. */
export function workspaceFolders() {
  const manifest = path.join(root, 'package.json');
  const { workspaces } = JSON.parse(fs.readFileSync(manifest, 'utf8'));
  return workspaces
    .flatMap(pattern =>
      pattern.endsWith('/*')
        ? fs
            .readdirSync(path.join(root, pattern.slice(0, -2)))
            .map(name => `${pattern.slice(0, -2)}/${name}`)
        : [pattern],
    )
    .filter(folder => fs.existsSync(path.join(root, folder, 'package.json')))
    .sort();
}
