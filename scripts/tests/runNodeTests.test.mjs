import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { addCounts, countsLine } from './counts.mjs';
import { runNodeTests } from './runNodeTests.mjs';

const run = async (t, source) => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'dynoscope-tests-'));
  t.after(() => fs.rmSync(folder, { recursive: true }));
  const file = path.join(folder, 'some.test.mjs');
  fs.writeFileSync(file, `import { test } from 'node:test';\n${source}`);
  const env = { ...process.env };
  delete env.NODE_TEST_CONTEXT;
  const node = { bin: process.execPath };
  return runNodeTests({ node, files: [file], env, onLine: () => {} });
};

test('passed, failed and skipped tests are counted', async t => {
  assert.deepEqual(
    await run(
      t,
      "test('a', () => {}); test('b', () => { throw new Error('planted'); }); test.skip('c', () => {});",
    ),
    { passed: 1, failed: 1, skipped: 1 },
  );
});

test('a file that cannot be read is a failure', async t => {
  const counts = await run(t, 'this is no JavaScript');
  assert.equal(counts.failed, 1);
  assert.equal(counts.passed, 0);
});

test('the last line adds up all runs', () => {
  const some = { passed: 2, failed: 0, skipped: 1 };
  const more = { passed: 40, failed: 3, skipped: 0 };
  assert.equal(
    countsLine(addCounts(some, more)),
    '42 passed, 3 failed, 1 skipped',
  );
});
