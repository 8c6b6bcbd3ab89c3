import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/**
 * Starts a Node program that says `… ready: URL` when it is.
 *
 * @returns `url`, `said(pattern)` which waits for a line, and `stop()`
 */
export async function startServer(args) {
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lines = [];
  const waiting = new Set();
  for (const stream of [child.stdout, child.stderr]) {
    createInterface(stream).on('line', line => {
      lines.push(line);
      for (const look of waiting) look();
    });
  }
  const ended = once(child, 'close');

  function said(pattern, seconds = 30) {
    return new Promise((resolve, reject) => {
      const fail = () =>
        reject(new Error(`no line like ${pattern} in:\n${lines.join('\n')}`));
      const timer = setTimeout(fail, seconds * 1000);
      const look = () => {
        const found = lines.map(line => pattern.exec(line)).find(Boolean);
        if (!found) return;
        clearTimeout(timer);
        waiting.delete(look);
        resolve(found);
      };
      waiting.add(look);
      look();
      ended.then(fail);
    });
  }

  const [, url] = await said(/ready: (http:\S+)$/);
  return {
    url,
    said,
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
