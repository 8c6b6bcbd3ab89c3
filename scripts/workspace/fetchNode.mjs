import fs from 'node:fs';
import path from 'node:path';
import { explainFailure, explainMissing, npmCommand } from './npm.mjs';
import { Problem } from './Problem.mjs';
import { childEnvironment } from './environment.mjs';
import { runQuietly } from './runQuietly.mjs';
import { say } from './say.mjs';

/**
 * Fetches a Node with npm, checked against the digest in findNode.mjs, into
 * a folder that appears only when it is whole.
 */
export async function fetchNode(node) {
  const { name, version, integrity, folder } = node.download;
  say(
    `Fetching Node ${version} into .tools (this machine's ${process.versions.node} does not suit Backstage) …`,
  );
  const partial = `${folder}.partial`;
  fs.rmSync(partial, { recursive: true, force: true });
  fs.mkdirSync(partial, { recursive: true });
  const dependencies = { [name]: version };
  write(partial, 'package.json', { private: true, dependencies });
  write(partial, 'package-lock.json', {
    lockfileVersion: 3,
    packages: {
      '': { dependencies },
      [`node_modules/${name}`]: { version, integrity },
    },
  });
  const [command, args] = npmCommand([
    'ci',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
    '--fetch-retry-mintimeout=1000',
    '--fetch-retry-maxtimeout=4000',
  ]);
  const here = { bin: process.execPath };
  const result = await runQuietly('node', command, args, {
    cwd: partial,
    env: childEnvironment(here),
  }).catch(explainMissing('npm'));
  if (result.code !== 0) throw explainFailure('Fetching Node', result);
  await tryOut(path.join(partial, 'node_modules', name, 'bin/node'), version);
  fs.rmSync(folder, { recursive: true, force: true });
  fs.renameSync(partial, folder);
}

async function tryOut(bin, version) {
  const { code, output } = await runQuietly(
    'node-version',
    bin,
    ['-v'],
    {},
  ).catch(error => ({ code: 1, output: error.message }));
  if (code !== 0 || output.trim() !== `v${version}`) {
    throw new Problem(
      `the fetched Node ${version} does not run on this machine (${output.trim()}): install Node 22 (from 22.19) or 24.`,
    );
  }
}

function write(folder, name, content) {
  fs.writeFileSync(path.join(folder, name), JSON.stringify(content));
}
