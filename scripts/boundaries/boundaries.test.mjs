import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { root } from '../workspace/root.mjs';
import { checkFiles, rules, sourceFiles } from './checkFiles.mjs';
import { allowedImports, packageNames } from './directions.mjs';

const folders = Object.keys(packageNames);
const redRules = file => [
  ...new Set(checkFiles([file]).map(violation => violation.rule)),
];

for (const { id, plant, morePlants = [] } of rules) {
  for (const planted of [plant, ...morePlants]) {
    const [firstLine] = planted.text.split('\n');
    test(`${id} finds what is planted in ${planted.path}: ${firstLine}`, () => {
      assert.ok(redRules(planted).includes(id));
    });
  }
}

for (const from of folders) {
  test(`${from} may import what the design's arrows lead to, and nothing else`, () => {
    for (const to of folders.filter(folder => folder !== from)) {
      const source = {
        path: `${from}/src/planted.ts`,
        text: `import type { Planted } from '${packageNames[to]}';\nexport type Again = Planted;\n`,
      };
      const isRed = redRules(source).includes('import-direction');
      assert.equal(isRed, !allowedImports(from).has(to), `${from} → ${to}`);
    }
  });
}

test('only the wiring may import a plugin', () => {
  const plugins = ['plugins/performance', 'plugins/performance-backend'];
  for (const plugin of plugins) {
    const importers = folders.filter(from => allowedImports(from).has(plugin));
    assert.deepEqual(
      importers,
      [plugin.endsWith('backend') ? 'packages/backend' : 'packages/app'],
      plugin,
    );
  }
});

test('an import is found in every form that it can be written in', () => {
  for (const text of [
    "import { Entity } from '@backstage/catalog-model';",
    "import '@backstage/catalog-model';",
    "export { Entity } from '@backstage/catalog-model';",
    "type Entity = import('@backstage/catalog-model').Entity;",
    "const later = import('@backstage/catalog-model');",
    "const now = require('@backstage/catalog-model');",
  ]) {
    const file = { path: 'packages/load/src/planted.ts', text };
    assert.deepEqual(redRules(file), ['no-backstage'], text);
  }
});

test('what only looks like a violation is let through', () => {
  for (const file of [
    {
      path: 'packages/statistics/src/fine.ts',
      text: "export const at = (iso: string) => new Date(iso); // not '@backstage/x', not Date.now()\n",
    },
    {
      path: 'packages/statistics/src/fine.test.ts',
      text: "import { readFileSync } from 'node:fs';\nreadFileSync('x');\n",
    },
    {
      path: 'plugins/performance/src/fine.ts',
      text: "import type { Report } from '@dynoscope/scorecard';\nimport { formatNumber } from '@dynoscope/scorecard/format';\nexport type R = Report;\nexport const f = formatNumber;\n",
    },
    {
      path: 'packages/scorecard/src/checks/index.ts',
      text: "import { a } from './a';\nexport const checks = [a];\n",
    },
  ]) {
    assert.deepEqual(checkFiles([file]), [], file.path);
  }
});

test('the command is red with a planted file, names its line and rule, and is green without', t => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'dynoscope-planted-'));
  t.after(() => fs.rmSync(folder, { recursive: true }));
  const run = () =>
    spawnSync(process.execPath, ['scripts/boundaries.mjs', folder], {
      cwd: root,
      encoding: 'utf8',
    });
  const write = (name, text) => {
    const file = path.join(folder, 'packages/statistics/src', name);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, text);
  };
  write('fine.ts', 'export const fine = 1;\n');
  assert.equal(run().status, 0);
  write('planted.ts', '\nexport const planted = () => Math.random();\n');
  const red = run();
  assert.equal(red.status, 1);
  assert.match(
    red.stderr,
    /^packages\/statistics\/src\/planted\.ts:2 no-clock-no-dice: /,
  );
});

test('every source file of the repository is looked at', () => {
  const seen = sourceFiles(root).map(file => file.path);
  for (const file of [
    'packages/statistics/src/index.ts',
    'plugins/performance/src/index.ts',
    'scripts/boundaries.mjs',
  ]) {
    assert.ok(seen.includes(file), file);
  }
});

test('ESLint lets only the wiring import a service that asks for no permission', async () => {
  const require = createRequire(path.join(root, 'package.json'));
  const { ESLint } = require('eslint');
  const folder = path.join(root, 'plugins/performance-backend');
  const eslint = new ESLint({ cwd: folder });
  const problems = async (file, name) => {
    const [result] = await eslint.lintText(
      `import { ${name} } from '../runs/${name}';\n\nexport const planted = ${name};\n`,
      { filePath: path.join(folder, 'src', file) },
    );
    return result.messages.map(message => message.ruleId);
  };
  for (const name of ['DefaultRunService', 'DefaultReportService']) {
    assert.deepEqual(await problems('actions/planted.ts', name), [
      'no-restricted-imports',
    ]);
    assert.deepEqual(await problems('plugin.ts', name), []);
  }
  for (const name of ['AuthorizedRunService', 'AuthorizedReportService']) {
    assert.deepEqual(await problems('actions/planted.ts', name), []);
  }
});
