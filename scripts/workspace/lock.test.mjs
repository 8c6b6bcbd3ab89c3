import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, beforeEach, test } from 'node:test';
import { promisify } from 'node:util';
import { root } from './root.mjs';

/** The lock is beside the scripts, so each test has scripts of its own. */
const copy = fs.mkdtempSync(path.join(os.tmpdir(), 'dynoscope-lock-'));
const lock = path.join(copy, '.tools/setup.lock');
beforeEach(() => {
  fs.rmSync(copy, { recursive: true, force: true });
  fs.cpSync(path.join(root, 'scripts'), path.join(copy, 'scripts'), {
    recursive: true,
  });
});
after(() => fs.rmSync(copy, { recursive: true }));

/** Takes the lock in a process of its own, and notes when it had it. */
const contend = () =>
  promisify(execFile)(process.execPath, [
    '--input-type=module',
    '-e',
    `import fs from 'node:fs';
     import { withLock } from ${JSON.stringify(
       path.join(copy, 'scripts/workspace/lock.mjs'),
     )};
     const note = word => fs.appendFileSync(${JSON.stringify(
       path.join(copy, 'notes'),
     )}, word + ' ');
     await withLock(async () => {
       note('in');
       await new Promise(resolve => setTimeout(resolve, 200));
       note('out');
     }, { onWait: () => {} });`,
  ]);
const notes = () => fs.readFileSync(path.join(copy, 'notes'), 'utf8').trim();

test('two at once go in one after the other', async () => {
  await Promise.all([contend(), contend(), contend()]);
  assert.equal(notes(), 'in out in out in out');
  assert.ok(!fs.existsSync(lock));
});

test('the lock of a dead process is taken over, by one only', async () => {
  const dead = await new Promise(resolve => {
    const child = execFile(process.execPath, ['-e', '']);
    child.on('exit', () => resolve(child.pid));
  });
  fs.mkdirSync(path.dirname(lock));
  fs.writeFileSync(lock, JSON.stringify({ pid: dead, host: os.hostname() }));
  await Promise.all([contend(), contend()]);
  assert.equal(notes(), 'in out in out');
});

test('the lock of another machine is taken over when it is not touched any more', async () => {
  fs.mkdirSync(path.dirname(lock));
  fs.writeFileSync(lock, JSON.stringify({ pid: 1, host: 'elsewhere' }));
  const longAgo = new Date(Date.now() - 60000);
  fs.utimesSync(lock, longAgo, longAgo);
  await contend();
  assert.equal(notes(), 'in out');
});
