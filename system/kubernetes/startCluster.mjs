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

/**
 * What a script says is shown: the first run of one takes minutes. It has a process group of its own, so that a signal for
 * the tests does not end half of a cluster.
 */
async function script(name, ...args) {
  const child = spawn(join(scripts, name), args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    detached: true,
  });
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`${name} ended with exit code ${code}`);
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
