import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { root } from '../../scripts/workspace/root.mjs';

const program = path.join(root, 'packages/cli/bundle/dynoscope.mjs');
const row = [6.8, 2.8, 4.8, 1.4];

/** Loads an address with the engine, in a process of its own, and gives its result. */
export async function measure({ url, users, rowsOfRequest, length }) {
  const instances = Array.from({ length: rowsOfRequest }, () => row);
  const child = spawn(
    process.execPath,
    [
      ...[program, 'bench', '-o', 'json', '-c', String(users), ...length],
      ...['-m', 'POST', '-T', 'application/json'],
      ...['-d', JSON.stringify({ instances }), url],
    ],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let output = '';
  let complaint = '';
  child.stdout.setEncoding('utf8').on('data', text => {
    output += text;
  });
  child.stderr.setEncoding('utf8').on('data', text => {
    complaint += text;
  });
  await once(child, 'close');
  try {
    return JSON.parse(output);
  } catch {
    throw new Error(`The load on ${url} gave no result: ${complaint}`);
  }
}
