#!/usr/bin/env node
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { findNode } from './workspace/findNode.mjs';
import { root } from './workspace/root.mjs';

const signalNumbers = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 };
const bundle = path.join(root, 'packages/cli/bundle/dynoscope.mjs');
const node = findNode();

if (node.present && fs.existsSync(bundle)) {
  const child = spawn(node.bin, [bundle, ...process.argv.slice(2)], {
    stdio: 'inherit',
  });
  // The terminal sends Ctrl-C to both; what is sent to us alone is passed on.
  process.on('SIGINT', () => {});
  for (const signal of ['SIGTERM', 'SIGHUP']) {
    process.on(signal, () => child.kill(signal));
  }
  child.on('exit', (code, signal) => {
    process.exit(code ?? 128 + signalNumbers[signal]);
  });
} else {
  process.stderr.write('dynoscope: not set up yet: run `npm run setup`.\n');
  process.exit(2);
}
