import fs from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { Problem } from '../workspace/Problem.mjs';

/** The folder that only the form of the template loads. */
export const form = 'src/form';

const pluginSource = /plugins\/performance\/((?:src\/)?[^/?]+)/;

/**
 * The scripts and styles of a built app: `firstLoad` are those that its page
 * names, `lazy` all others, each a map from file name to bytes after gzip.
 * `pluginFolder` tells which folder of the plugin a file is mostly made from, and
 * the form's where it holds any of it.
 */
export function measureApp(dist) {
  const page = fs.readFileSync(path.join(dist, 'index.html'), 'utf8');
  const named = new Set(
    [
      ...page.matchAll(/(?:src|href)="[^"]*\/static\/([^"/]+\.(?:js|css))"/g),
    ].map(([, file]) => file),
  );
  const folder = path.join(dist, 'static');
  const files = fs.readdirSync(folder).filter(file => /\.(js|css)$/.test(file));
  const missing = [...named].filter(file => !files.includes(file));
  if (named.size === 0 || missing.length > 0) {
    throw new Problem(
      `${dist}/index.html names ${
        missing.join(', ') || 'no script'
      } in static/.`,
    );
  }
  const sizes = wanted =>
    new Map(files.filter(wanted).map(file => [file, size(folder, file)]));
  return {
    firstLoad: sizes(file => named.has(file)),
    lazy: sizes(file => !named.has(file)),
    pluginFolder: file => mainFolder(folder, file),
  };
}

function size(folder, file) {
  return gzipSync(fs.readFileSync(path.join(folder, file)), { level: 9 })
    .length;
}

/** The folder of the plugin that most of the file is made from, if any. */
function mainFolder(folder, file) {
  const map = path.join(folder, `${file}.map`);
  if (!fs.existsSync(map)) return undefined;
  const { sources } = JSON.parse(fs.readFileSync(map, 'utf8'));
  const counts = new Map();
  for (const source of sources) {
    const [, name] = pluginSource.exec(source) || [];
    if (name) counts.set(name, (counts.get(name) || 0) + 1);
  }
  // A file that holds a part of the form is loaded for the form, however much it repeats of the rest.
  if (counts.has(form)) return form;
  const [most] = [...counts].sort(([, one], [, other]) => other - one);
  return most && most[0];
}
