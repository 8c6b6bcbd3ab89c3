import fs from 'node:fs';
import path from 'node:path';
import { startProcess } from './processes.mjs';
import { say } from './say.mjs';
import { toolsFolder } from './root.mjs';

const stillBusyMs = 15000;

/**
 * Runs a command with its output in `.tools/logs/<name>.log`, saying now and
 * then that it is still at work.
 *
 * @returns its exit code, output and the log's path
 */
export async function runQuietly(name, command, args, options) {
  const folder = path.join(toolsFolder, 'logs');
  fs.mkdirSync(folder, { recursive: true });
  const log = path.join(folder, `${name}.log`);
  const lines = [];
  const started = Date.now();
  const timer = setInterval(() => {
    const seconds = Math.round((Date.now() - started) / 1000);
    say(`  … still at it after ${seconds} s`);
  }, stillBusyMs);
  try {
    const onLine = line => lines.push(line);
    const child = startProcess(command, args, { ...options, onLine });
    const { code } = await child.closed;
    return { code, output: lines.join('\n'), log };
  } finally {
    clearInterval(timer);
    fs.writeFileSync(log, `${lines.join('\n')}\n`);
  }
}
