import fs from 'node:fs';
import path from 'node:path';
import { importRules } from './importRules.mjs';
import { purityRules } from './purityRules.mjs';
import { readSource } from './readSource.mjs';
import { shapeRules } from './shapeRules.mjs';

/** Every rule that the boundaries check knows. */
export const rules = [...importRules, ...purityRules, ...shapeRules];

const folders = ['packages', 'plugins', 'examples', 'e2e', 'system', 'scripts'];
const skipped =
  /^(node_modules|dist|dist-types|bundle|coverage|public|results|\..*)$/;

/** Violations `{ path, line, rule, message }` in files `{ path, text }`. */
export function checkFiles(files) {
  return files.flatMap(file => {
    const source = readSource(file);
    return rules.flatMap(rule =>
      rule
        .check(source)
        .map(found => ({ path: file.path, rule: rule.id, ...found })),
    );
  });
}

/** Every source file of a repository, below its root folder. */
export function sourceFiles(rootFolder) {
  return folders
    .filter(folder => fs.existsSync(path.join(rootFolder, folder)))
    .flatMap(folder => filesBelow(rootFolder, folder))
    .map(file => ({
      path: file,
      text: fs.readFileSync(path.join(rootFolder, file), 'utf8'),
    }));
}

function filesBelow(rootFolder, folder) {
  return fs
    .readdirSync(path.join(rootFolder, folder), { withFileTypes: true })
    .filter(entry => !skipped.test(entry.name))
    .flatMap(entry => {
      const file = `${folder}/${entry.name}`;
      if (entry.isDirectory()) return filesBelow(rootFolder, file);
      return /\.([cm]?[jt]s|[jt]sx)$/.test(entry.name) ? [file] : [];
    });
}
