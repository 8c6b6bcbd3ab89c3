import { fork, spawn } from 'node:child_process';
import path from 'node:path';
import readline from 'node:readline';
import { root } from './root.mjs';

const running = new Set();
let guard;

/**
 * Starts a command in a process group of its own, so that all that comes of
 * it can be stopped together, by us or, should we be killed, by the guard.
 *
 * @param options those of `spawn`, and `onLine`, which gets each line of
 *   output (without it the output is this process's own), and `stopSignal`,
 *   which asks it to end (SIGTERM by default).
 * @returns `exited` resolves when the command has ended, `closed` when its
 *   output has ended too, both with `{ code, signal }`; both reject when the
 *   command could not be started.
 */
export function startProcess(command, args, options = {}) {
  const { onLine, stopSignal = 'SIGTERM', ...spawnOptions } = options;
  const output = onLine ? 'pipe' : 'inherit';
  const child = spawn(command, args, {
    ...spawnOptions,
    detached: true,
    stdio: ['ignore', output, output],
  });
  const ending = event =>
    new Promise((resolve, reject) => {
      child.on('error', reject);
      child.on(event, (code, signal) => resolve({ code, signal }));
    });
  const handle = {
    pid: child.pid,
    stopSignal,
    exited: ending('exit'),
    closed: ending('close'),
  };
  handle.closed.catch(() => {});
  handle.exited
    .then(() => signalGroup(handle, 0) || forget(handle))
    .catch(() => {});
  if (child.pid !== undefined) remember(handle);
  if (onLine) {
    for (const input of [child.stdout, child.stderr]) {
      readline.createInterface({ input }).on('line', onLine);
    }
  }
  return handle;
}

/** Asks every started process group to end, and after `graceMs` makes it. */
export async function stopProcesses(graceMs = 7000) {
  await Promise.all([...running].map(handle => stopProcess(handle, graceMs)));
}

/** Stops one process group that `startProcess` started. */
export async function stopProcess(handle, graceMs = 7000) {
  const deadline = Date.now() + graceMs;
  signalGroup(handle, handle.stopSignal);
  while (signalGroup(handle, 0) && Date.now() < deadline) {
    await new Promise(resolve => setTimeout(resolve, 50));
  }
  if (signalGroup(handle, 0)) signalGroup(handle, 'SIGKILL');
  forget(handle);
}

/** Sends to the whole group; signal 0 only tells whether the group lives. */
function signalGroup({ pid }, signal) {
  try {
    process.kill(-pid, signal);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function remember(handle) {
  running.add(handle);
  if (!guard) {
    guard = fork(path.join(root, 'scripts/workspace/guard.mjs'), {
      detached: true,
      execArgv: [],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    guard.on('error', () => {});
    guard.unref();
    guard.channel.unref();
  }
  tellGuard({ started: handle.pid });
}

function forget(handle) {
  if (running.delete(handle)) tellGuard({ ended: handle.pid });
}

function tellGuard(message) {
  if (guard.connected) guard.send(message, () => {});
}
