import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { compareApps } from './compareApps.mjs';
import { measureApp } from './measureApp.mjs';

const limits = { firstLoad: 3_000, pages: 60_000, form: 20_000 };
const base = { 'main.1.js': 9_000, 'main.1.css': 500, '7.1.chunk.js': 5_000 };
const page = { scripts: ['main.1.js'], styles: ['main.1.css'] };

const folders = [];
after(() => folders.forEach(folder => fs.rmSync(folder, { recursive: true })));

/** Where a source map says that a file comes from. */
const ofPlugin = [
  'webpack://app/../../../plugins/performance/src/tab/A.tsx',
  'webpack://app/../../../plugins/performance/src/tab/B.css?1234',
  'webpack://app/../../../plugins/performance/src/card/C.tsx',
];

/** A built app whose files hold so many bytes that gzip cannot shorten. */
function builtApp(files, { scripts, styles } = page, sources = {}) {
  const dist = fs.mkdtempSync(path.join(os.tmpdir(), 'bundle-size-'));
  folders.push(dist);
  fs.mkdirSync(path.join(dist, 'static'));
  for (const [file, bytes] of Object.entries(files)) {
    fs.writeFileSync(path.join(dist, 'static', file), randomBytes(bytes));
    const map = JSON.stringify({ sources: sources[file] || [] });
    fs.writeFileSync(path.join(dist, 'static', `${file}.map`), map);
  }
  fs.writeFileSync(
    path.join(dist, 'index.html'),
    [
      '<link rel="icon" href="/favicon.svg">',
      ...scripts.map(file => `<script defer src="/static/${file}"></script>`),
      ...styles.map(file => `<link href="/static/${file}" rel="stylesheet">`),
    ].join('\n'),
  );
  return measureApp(dist);
}

const ofForm = [
  'webpack://app/../../../plugins/performance/src/form/A.tsx',
  'webpack://app/../../../plugins/performance/src/foundations/B.tsx',
  'webpack://app/../../../plugins/performance/src/foundations/C.tsx',
];

const compare = (files, named = page) =>
  compareApps({
    without: builtApp(base),
    withPlugin: builtApp(files, named, {
      '8.1.chunk.js': ofPlugin,
      '9.1.chunk.js': ofForm,
    }),
    limits,
  });

test('an app that grew within both limits is fine', () => {
  const grown = { ...base, 'main.2.js': 11_000, '8.1.chunk.js': 40_000 };
  delete grown['main.1.js'];
  const { isOver, lines } = compare(grown, {
    ...page,
    scripts: ['main.2.js'],
  });
  assert.equal(isOver, false, lines.join('\n'));
});

test('a script of the first page counts for the first load', () => {
  const { isOver } = compare(
    { ...base, 'module.1.js': 4_000, '8.1.chunk.js': 10_000 },
    { ...page, scripts: ['main.1.js', 'module.1.js'] },
  );
  assert.equal(isOver, true);
});

test('scripts and styles that the page does not name count for the pages', () => {
  const added = { '8.1.chunk.js': 40_000, '8.8.1.css': 21_000 };
  const { isOver, lines } = compare({ ...base, ...added });
  assert.equal(isOver, true);
  assert.match(lines[2], /^pages +61\.\d\d kB .* over$/);
  assert.match(lines[5], /^ +40\.\d\d kB {2}mostly src\/tab$/);
  assert.match(lines[6], /^ +21\.\d\d kB {2}other packages$/);
});

test('what holds a part of the form counts for the form, not for the pages', () => {
  const added = { '8.1.chunk.js': 40_000, '9.1.chunk.js': 21_000 };
  const { isOver, lines } = compare({ ...base, ...added });
  assert.equal(isOver, true);
  assert.match(lines[2], /^pages +40\.\d\d kB .* ok$/);
  assert.match(lines[3], /^form +21\.\d\d kB .* over$/);
});

test('what other packages save is no room for the plugin', () => {
  const { isOver, lines } = compare({
    'main.1.js': 9_000,
    'main.1.css': 500,
    '8.1.chunk.js': 61_000,
  });
  assert.equal(isOver, true);
  assert.match(lines[2], /^pages +61\.\d\d kB .* over$/);
});

test('an app that lacks the plugin is refused instead of praised', () => {
  assert.throws(() => compare(base), /holds nothing of the plugin/);
});

test('a page that names a missing script is refused instead of measured', () => {
  assert.throws(
    () => builtApp(base, { ...page, scripts: ['gone.1.js'] }),
    /names gone\.1\.js in static/,
  );
});
