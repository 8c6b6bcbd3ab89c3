import { spawnSync } from 'node:child_process';
import { isAlive } from './isAlive.mjs';
import { Problem } from './Problem.mjs';
import { stopProcesses } from './processes.mjs';

const signalNumbers = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 };

/**
 * Runs a command's main function. Whatever way it ends, the processes it
 * started are stopped first. `onSignal` may choose the exit code of a stop
 * that the user asked for; the default is the shell's (128 + signal).
 */
export function main(run, { onSignal } = {}) {
  let ending = false;
  const end = async exitCode => {
    if (ending) return;
    ending = true;
    await stopProcesses();
    process.exit(exitCode);
  };
  for (const signal of Object.keys(signalNumbers)) {
    process.on(signal, () => {
      if (ending) return;
      end(onSignal ? onSignal(signal) : 128 + signalNumbers[signal]);
    });
  }
  stopWithNpm(() => process.emit('SIGTERM', 'SIGTERM'));
  run().then(
    exitCode => end(exitCode || 0),
    error => {
      if (ending) return;
      process.stderr.write(
        error instanceof Problem
          ? `dynoscope: ${error.message}\n`
          : `${(error && error.stack) || error}\n`,
      );
      end(error instanceof Problem ? error.exitCode : 1);
    },
  );
}

/**
 * npm starts us through a shell, and either may die without passing a signal
 * on: we end when one of them is gone.
 */
function stopWithNpm(stop) {
  if (!process.env.npm_lifecycle_event) return;
  const shell = process.ppid;
  const { stdout } = spawnSync('ps', ['-o', 'ppid=', '-p', String(shell)], {
    encoding: 'utf8',
  });
  const npm = Number(stdout) || shell;
  setInterval(() => {
    if (process.ppid !== shell || !isAlive(npm)) stop();
  }, 500).unref();
}
