import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { KubeConfig } from '@kubernetes/client-node';
import type { ClusterConfig } from '../../config/cluster';
import { UnreadableManifest } from '../UnreadableManifest';

/** How the client reaches a cluster of the configuration. Read anew each time, since tokens and files change. */
export async function kubeConfigOf(
  name: string,
  cluster: ClusterConfig,
): Promise<KubeConfig> {
  const config = new KubeConfig();
  const key = `performance.kubernetes.clusters.${name}`;
  if (cluster.kubeconfig === undefined) {
    const { url = '', token, caFile, caData } = cluster;
    config.loadFromClusterAndUser(
      { name, server: url, caFile, caData, skipTLSVerify: false },
      { name, token },
    );
    return config;
  }
  try {
    config.loadFromString(await readFile(cluster.kubeconfig, 'utf8'));
    config.makePathsAbsolute(dirname(cluster.kubeconfig));
  } catch {
    // the parser's words repeat the file
    throw new UnreadableManifest(`${key}.kubeconfig: is no kubeconfig`);
  }
  if (cluster.context !== undefined) config.setCurrentContext(cluster.context);
  const current = config.getCurrentCluster();
  if (!current) {
    const known = config.getContexts().map(context => context.name);
    throw new UnreadableManifest(
      cluster.context === undefined
        ? `${key}.context: is missing, and the kubeconfig has no current one`
        : `${key}.context: the kubeconfig has no such context (known: ${known.join(
            ', ',
          )})`,
    );
  }
  if (current.skipTLSVerify) {
    throw new UnreadableManifest(
      `${key}: the kubeconfig turns the check of the certificate off, which is not followed`,
    );
  }
  return config;
}
