import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { root } from './root.mjs';

/** A repository of scripts only, as before any set-up, at a path with a space. */
const copy = fs.mkdtempSync(path.join(os.tmpdir(), 'dynoscope copy-'));

before(() => {
  for (const name of ['scripts', 'package.json']) {
    fs.cpSync(path.join(root, name), path.join(copy, name), {
      recursive: true,
    });
  }
  for (const { name } of workspaces()) {
    fs.mkdirSync(path.join(copy, name), { recursive: true });
  }
});
after(() => fs.rmSync(copy, { recursive: true }));

function workspaces() {
  return [{ name: 'packages' }, { name: 'plugins' }];
}

function run(script, ...args) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [path.join(copy, 'scripts', script), ...args],
    { cwd: copy, encoding: 'utf8' },
  );
  return { status, stdout, stderr };
}

test('the command says in one line that it is not set up yet', () => {
  assert.deepEqual(run('dynoscope.mjs', '--help'), {
    status: 2,
    stdout: '',
    stderr: 'dynoscope: not set up yet: run `npm run setup`.\n',
  });
});

test('a tool that is not installed yet is one line', () => {
  const { status, stderr } = run('run.mjs', 'tsc');
  assert.equal(status, 2);
  assert.match(
    stderr,
    /^dynoscope: tsc is not there: run `npm run setup`[^\n]*\n$/,
  );
});

test('a start with a mistyped option is refused before anything is set up', () => {
  const { status, stderr, stdout } = run('start.mjs', '--prot', '3100');
  assert.equal(status, 2);
  assert.equal(stdout, '');
  assert.match(stderr, /^dynoscope: unknown option --prot\. Usage: [^\n]*\n$/);
});

test('a start with a configuration file that is not there is refused', () => {
  const { status, stderr } = run('start.mjs', '--config', 'nowhere.yaml');
  assert.equal(status, 2);
  assert.match(stderr, /^dynoscope: --config nowhere\.yaml: [^\n]*\n$/);
});

test('a start at a taken port is refused in one line', async t => {
  const server = net.createServer().listen(0, '127.0.0.1');
  await new Promise(resolve => server.once('listening', resolve));
  t.after(() => server.close());
  const { port } = server.address();
  const { status, stderr } = run('start.mjs', '--port', String(port));
  assert.equal(status, 1);
  assert.match(stderr, /^dynoscope: port \d+ for the pages is in use[^\n]*\n$/);
});

test('yarn.lock holds one version of each Backstage package', () => {
  const lock = fs.readFileSync(path.join(root, 'yarn.lock'), 'utf8');
  const names = [...lock.matchAll(/^"(@backstage\/[^@]+)@npm:/gm)].map(
    ([, name]) => name,
  );
  const twice = names.filter((name, index) => names.indexOf(name) !== index);
  assert.deepEqual(twice, []);
  assert.ok(names.length > 50);
});
