import fs from 'node:fs';
import path from 'node:path';
import { Problem } from '../workspace/Problem.mjs';
import { startProcess } from '../workspace/processes.mjs';
import { until } from './readiness.mjs';

const tailLines = 8;
const colours = /\u001b\[[0-9;]*m/g;

/**
 * Starts one part of the portal (a server) with its output in a log file.
 *
 * @param part `{ name, command, args, cwd, env, log, isReady, broken,
 *   timeoutMs }`; `isReady()` asks the server; a line of output that matches
 *   `broken` means that it never will be.
 * @returns `ready`, which resolves when it is and rejects when it cannot be,
 *   and `died`, which rejects when it ends, now or later
 */
export function startPart(part) {
  fs.mkdirSync(path.dirname(part.log), { recursive: true });
  const log = fs.createWriteStream(part.log);
  const tail = [];
  let onBroken;
  let isOver = false;
  const broken = new Promise((_, reject) => (onBroken = reject));
  const child = startProcess(part.command, part.args, {
    cwd: part.cwd,
    env: part.env,
    onLine: coloured => {
      const line = coloured.replace(colours, '');
      log.write(`${line}\n`);
      if (line.trim() !== '') tail.push(line);
      if (tail.length > tailLines) tail.shift();
      if (part.broken && part.broken.test(line)) {
        // A moment for the lines that explain it.
        setTimeout(() => {
          isOver = true;
          onBroken(problem('cannot be started'));
        }, 500);
      }
    },
  });
  const problem = what =>
    new Problem(
      `${part.name} ${what} (log: ${part.log})\n${tail
        .map(line => `  | ${line.slice(0, 300)}`)
        .join('\n')}`,
    );
  const died = child.closed.then(({ code, signal }) => {
    isOver = true;
    throw problem(`ended with ${signal || `exit code ${code}`}`);
  });
  const answered = until(() => isOver || part.isReady(), part.timeoutMs).then(
    isReady => {
      if (!isReady) {
        throw problem(`did not answer within ${part.timeoutMs / 1000} s`);
      }
    },
  );
  for (const promise of [broken, died, answered]) promise.catch(() => {});
  return { ready: Promise.race([answered, died, broken]), died };
}
