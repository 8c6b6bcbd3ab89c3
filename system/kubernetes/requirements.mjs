import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The scripts `up`, `kserve`, `metrics`, `image` and `down` of a one-node cluster. */
export const scripts = resolve(
  process.env.DYNOSCOPE_KUBE || join(root, '../shared/kube'),
);

/** Where those scripts keep programs and state. */
export const home =
  process.env.KUBE_HOME || join(homedir(), '.cache', 'dyno-kube');

/** What the test on Kubernetes needs, in words. */
export const needs =
  'Debian on x64, root, Go, and the scripts of a one-node cluster: ../shared/kube, or the folder that DYNOSCOPE_KUBE names. The first run builds the cluster, in about 13 minutes.';

/**
 * Why the test cannot run here.
 *
 * @param options `builtOnly` leaves it out where the cluster would first have to be built
 * @returns the reason, or `undefined` where it can
 */
export function whatIsMissing({ builtOnly = false } = {}) {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    return `this is ${process.platform}-${process.arch}`;
  }
  const script = ['up', 'kserve', 'metrics', 'image', 'down'].find(
    name => !existsSync(join(scripts, name)),
  );
  if (script) return `${join(scripts, script)} is not there`;
  if (process.getuid() !== 0) return 'this is not root';
  if (!existsSync('/etc/debian_version')) return 'this is not Debian';
  if (!isInPath('go')) return 'Go is not installed';
  const built = ['kubelet', 'kserve-manager', 'kserve-agent', 'metrics-server'];
  const unbuilt = built.find(name => !existsSync(join(home, 'bin', name)));
  return builtOnly && unbuilt
    ? `${unbuilt} of the cluster is not built yet, which takes minutes`
    : undefined;
}

function isInPath(program) {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .some(folder => existsSync(join(folder, program)));
}
