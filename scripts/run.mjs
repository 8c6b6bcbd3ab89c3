#!/usr/bin/env node
import fs from 'node:fs';
import path from 'node:path';
import { committedYarn } from './workspace/committedYarn.mjs';
import { childEnvironment } from './workspace/environment.mjs';
import { findNode } from './workspace/findNode.mjs';
import { main } from './workspace/main.mjs';
import { Problem } from './workspace/Problem.mjs';
import { startProcess } from './workspace/processes.mjs';
import { root } from './workspace/root.mjs';

// Runs a command of node_modules/.bin, or yarn, on the Node of this
// repository: node scripts/run.mjs backstage-cli repo lint
const [command, ...args] = process.argv.slice(2);

main(async () => {
  const node = findNode();
  const file = command === 'yarn' ? committedYarn() : installed(command);
  if (!node.present || !file || !fs.existsSync(file)) {
    throw new Problem(
      `${
        command || 'a command'
      } is not there: run \`npm run setup\` first. Usage: node scripts/run.mjs COMMAND …`,
      { exitCode: 2 },
    );
  }
  const env = childEnvironment(node);
  const bin = path.join(root, 'node_modules/.bin');
  env.PATH = [bin, env.PATH].join(path.delimiter);
  const { code } = await startProcess(node.bin, [file, ...args], { env })
    .exited;
  return code === null ? 1 : code;
});

function installed(name) {
  return name && path.join(root, 'node_modules/.bin', name);
}
