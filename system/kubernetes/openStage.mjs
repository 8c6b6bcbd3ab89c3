import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from '../../e2e/harness/folders.mjs';
import { forwardToReadyPod } from './forwardToReadyPod.mjs';
import { makeModelServerImage } from './modelServerImage.mjs';
import { startBackend } from './startBackend.mjs';
import { startCluster } from './startCluster.mjs';

const fixture = name =>
  fileURLToPath(new URL(`fixtures/${name}`, import.meta.url));

/** The port of KServe's batching agent. */
const agentPort = 9081;

/**
 * A Kubernetes that serves `ranker` behind the guide's batcher, and the portal's backend that measures it.
 *
 * @returns `cluster`, `api` and `close()`, which ends everything
 */
export async function openStage() {
  const open = [];
  const close = async () => {
    while (open.length > 0) await open.pop()();
  };
  const keep = (thing, end) => {
    open.push(end);
    return thing;
  };
  try {
    const started = await startCluster();
    const cluster = keep(
      {
        ...started,
        apply: manifest => started.kubectl(['apply', '-f', '-'], manifest),
        applyFixture: name =>
          started.kubectl(['apply', '-f', '-'], readFileSync(fixture(name))),
      },
      started.stop,
    );
    await makeModelServerImage(cluster);
    await cluster.applyFixture('runtime.yaml');
    await cluster.applyFixture('ranker.yaml');
    await cluster.kubectl([
      ...['wait', '--for=condition=Ready', '--timeout=50s'],
      'inferenceservice/ranker',
    ]);
    const forward = await forwardToReadyPod({
      cluster,
      service: 'ranker',
      port: agentPort,
    });
    keep(forward, forward.close);
    const backend = await startBackend({
      name: 'kubernetes',
      catalog: fixture('catalog.yaml'),
      performance: performance({ cluster, url: forward.url }),
    });
    keep(backend, backend.stop);
    return { cluster, api: backend.api, close };
  } catch (error) {
    await close();
    throw error;
  }
}

function performance({ cluster, url }) {
  return {
    environments: { test: {} },
    kubernetes: { clusters: { test: { kubeconfig: cluster.kubeconfig } } },
    schedule: { enabled: false },
    inference: {
      load: { warmupSeconds: 2, seconds: 20 },
      endpoints: {
        ranker: {
          url: `${url}/v1/models/ranker:predict`,
          entities: ['component:default/ranker'],
          payload: { file: join(root, 'examples/payloads/iris-v1.json') },
          manifest: { cluster: 'test', namespace: 'default', name: 'ranker' },
        },
      },
    },
  };
}
