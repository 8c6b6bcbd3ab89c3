import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { test } from 'node:test';
import { root } from './workspace/root.mjs';

function run(...args) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [path.join(root, 'scripts/system.mjs'), ...args],
    {
      encoding: 'utf8',
      env: { ...process.env, DYNOSCOPE_KUBE: path.join(root, 'not there') },
    },
  );
  return { status, lines: `${stdout}${stderr}`.trim().split('\n') };
}

test('a system test without its system says what it needs and why it skips, and is counted', () => {
  const { status, lines } = run('--only', 'kubernetes');
  assert.equal(status, 0);
  assert.match(lines[0], /^kubernetes needs .*root, Go/);
  assert.match(lines[1], /^Skipped: kubernetes: .+\.$/);
  assert.equal(lines[2], '0 passed, 0 failed, 1 skipped');
});

test('a system test that there is not is refused with those that there are', () => {
  const { status, lines } = run('--only', 'mainframe');
  assert.equal(status, 2);
  assert.match(lines.join(' '), /no system test mainframe.*kubernetes/);
});
