import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import path from 'node:path';
import readline from 'node:readline';
import { test } from 'node:test';
import { until } from '../portal/readiness.mjs';
import { isAlive } from './isAlive.mjs';
import { startProcess, stopProcess } from './processes.mjs';
import { root } from './root.mjs';

const module = path.join(root, 'scripts/workspace/processes.mjs');
const ignoresSignals =
  "process.on('SIGTERM', () => {}); process.on('SIGINT', () => {}); setInterval(() => {}, 1000);";

/** Starts a process that starts another; gives the ids of both. */
async function startFamily(script) {
  const parent = `
    const child = require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(
      `console.log('up'); ${script}`,
    )}], { stdio: ['ignore', 'pipe', 'inherit'] });
    child.stdout.once('data', () => console.log(child.pid));
    ${script}`;
  let onPid;
  const grandchild = new Promise(resolve => (onPid = resolve));
  const handle = startProcess(process.execPath, ['-e', parent], {
    onLine: line => onPid(Number(line)),
  });
  return { handle, pids: [handle.pid, await grandchild] };
}

test('what a process started ends with it', async () => {
  const { handle, pids } = await startFamily('setInterval(() => {}, 1000);');
  await stopProcess(handle);
  assert.deepEqual(pids.map(isAlive), [false, false]);
});

test('what does not listen to a signal is made to end', async () => {
  const { handle, pids } = await startFamily(ignoresSignals);
  await stopProcess(handle, 300);
  assert.ok(await until(() => !pids.some(isAlive), 10000));
});

test('when we are killed the guard ends what we started', async () => {
  const us = spawn(
    process.execPath,
    [
      '--input-type=module',
      '-e',
      `import { startProcess } from ${JSON.stringify(module)};
       const { pid } = startProcess(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { onLine: () => {} });
       console.log(pid);`,
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const pid = await new Promise(resolve =>
    readline.createInterface({ input: us.stdout }).once('line', resolve),
  );
  assert.ok(isAlive(Number(pid)));
  us.kill('SIGKILL');
  assert.ok(await until(() => !isAlive(Number(pid)), 20000));
});

test('a command that is not there is an error, not a hang', async () => {
  const { exited } = startProcess('/nowhere/at/all', [], { onLine: () => {} });
  await assert.rejects(exited, { code: 'ENOENT' });
});
