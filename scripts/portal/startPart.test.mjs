import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { stopProcesses } from '../workspace/processes.mjs';
import { startPart } from './startPart.mjs';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'dynoscope-part-'));
after(async () => {
  await stopProcesses();
  fs.rmSync(folder, { recursive: true });
});

const part = (name, script, more = {}) =>
  startPart({
    name: `the ${name}`,
    command: process.execPath,
    args: ['-e', script],
    cwd: folder,
    env: process.env,
    log: path.join(folder, `${name}.log`),
    isReady: () => false,
    timeoutMs: 30000,
    ...more,
  });

test('a part that ends before it answers is reported with its last words', async () => {
  const { ready } = part(
    'backend',
    "console.log('\\u001b[31mno database\\u001b[39m'); process.exit(3)",
  );
  await assert.rejects(ready, error => {
    assert.match(error.message, /^the backend ended with exit code 3 \(log: /);
    assert.match(error.message, /\n {2}\| no database$/);
    return true;
  });
});

test('a part that was killed later is reported too', async () => {
  let asked = false;
  const { ready, died } = part(
    'app',
    'setTimeout(() => process.abort(), 500)',
    {
      isReady: () => (asked = true),
    },
  );
  await ready;
  assert.ok(asked);
  await assert.rejects(died, /^Problem: the app ended with SIGABRT/);
});

test('a line that says that it will never work ends the wait', async () => {
  const { ready } = part(
    'compiler',
    "console.log('ERROR in ./App.tsx'); setInterval(() => {}, 1000)",
    { broken: /^ERROR in / },
  );
  await assert.rejects(ready, /cannot be started.*ERROR in \.\/App\.tsx/s);
});

test('a part that never answers is given up', async () => {
  const { ready } = part('sleeper', 'setInterval(() => {}, 1000)', {
    timeoutMs: 300,
  });
  await assert.rejects(ready, /the sleeper did not answer within 0\.3 s/);
});
