import assert from 'node:assert/strict';
import { test } from 'node:test';
import { explainFailure } from './npm.mjs';

const explain = output =>
  explainFailure('Installing packages', { output, log: 'install.log' }).message;

for (const [what, output, message] of [
  [
    'a full disk',
    '➤ YN0000: ┌ Link step\n➤ YN0001: │ Error: ENOSPC: no space left on device, write',
    /^Installing packages failed: no space is left on the disk/,
  ],
  [
    'a registry that cannot be reached',
    '➤ YN0001: │ RequestError: getaddrinfo EAI_AGAIN registry.example',
    /the npm registry cannot be reached; check the network/,
  ],
  [
    'a lock file that does not fit',
    "➤ YN0002: │ x doesn't provide y\n➤ YN0028: │ The lockfile would have been modified by this install, which is explicitly forbidden.",
    /yarn\.lock does not fit the package\.json files; run `npm run yarn -- install`/,
  ],
  [
    'a build that fails',
    'building\nError: no such file\n    at x',
    /Error: no such file/,
  ],
  ['silence', '', /it said nothing/],
]) {
  test(`${what} is told in one line, with the log to read`, () => {
    const line = explain(output);
    assert.match(line, message);
    assert.match(line, /\(more in install\.log\)$/);
    assert.ok(!line.includes('\n'));
  });
}
