import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { home, scripts } from './requirements.mjs';

const run = promisify(execFile);
const kubeconfig = join(home, 'run', 'kubeconfig');

/**
 * Starts a one-node Kubernetes with KServe's own controller.
 *
 * @returns `kubeconfig`, `kubectl(args, input?)` with its output, `get(args)` with the object, `image(name, files,
 *   entrypoint)`, `addMetrics()` and `stop()`
 * @throws Error where a cluster is up already: it may be somebody's
 */
export async function startCluster() {
  if (existsSync(join(home, 'run', 'pids'))) {
    throw new Error(
      `a cluster is up already: stop it with ${join(scripts, 'down')}`,
    );
  }
  // Whoever interrupts the tests does not have to stop the cluster as well.
  const interrupted = () => {
    start('down', [], 'ignore').unref();
    process.exit(143);
  };
  process.once('SIGTERM', interrupted);
  process.once('SIGINT', interrupted);
  const stop = () => script('down');
  try {
    await script('up');
    await script('kserve');
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    kubeconfig,
    kubectl,
    get: async (...args) =>
      JSON.parse(await kubectl(['get', ...args, '-o', 'json'])),
    image: (name, files, entrypoint) =>
      script('image', name, ...files, '--', ...entrypoint),
    addMetrics: () => script('metrics'),
    stop,
  };
}

/** What a script says is shown: the first run of one takes minutes. */
async function script(name, ...args) {
  const [code] = await once(start(name, args, 'inherit'), 'close');
  if (code !== 0) throw new Error(`${name} ended with exit code ${code}`);
}

/** In a process group of its own: a signal for the tests must not end half of a cluster. */
function start(name, args, output) {
  return spawn(join(scripts, name), args, {
    stdio: ['ignore', output, output],
    detached: true,
  });
}

async function kubectl(args, input) {
  const started = run(
    join(home, 'bin', 'kubectl'),
    ['--kubeconfig', kubeconfig, ...args],
    { maxBuffer: 50e6, timeout: 60_000 },
  );
  started.child.stdin.end(input);
  return (await started).stdout;
}
