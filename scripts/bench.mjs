#!/usr/bin/env node
import fs from 'node:fs';
import path from 'node:path';
import { childEnvironment } from './workspace/environment.mjs';
import { main } from './workspace/main.mjs';
import { Problem } from './workspace/Problem.mjs';
import { startProcess } from './workspace/processes.mjs';
import { root } from './workspace/root.mjs';
import { setUp } from './workspace/setUp.mjs';

const folder = path.join(root, 'bench');
const known = fs
  .readdirSync(folder)
  .filter(name => fs.existsSync(path.join(folder, name, 'run.mjs')));

/** Every bench, or the one of --only NAME. */
function chosenBenches([option, name, ...more]) {
  if (option === undefined) return known;
  if (option !== '--only' || more.length > 0 || !known.includes(name)) {
    throw new Problem(
      `Usage: npm run bench [-- --only NAME], NAME one of ${known.join(', ')}`,
      { exitCode: 2 },
    );
  }
  return [name];
}

main(async () => {
  const names = chosenBenches(process.argv.slice(2));
  const node = await setUp();
  let exitCode = 0;
  for (const name of names) {
    const { code } = await startProcess(
      node.bin,
      [path.join(folder, 'main.mjs'), name],
      { env: childEnvironment(node) },
    ).exited;
    exitCode ||= code ?? 1;
  }
  return exitCode;
});
