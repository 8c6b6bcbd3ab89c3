import { chmodSync, cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { root } from '../../e2e/harness/folders.mjs';

const modelServer = join(root, 'examples/model-server');

/** The image that fixtures name; it is on the node only. */
const image = 'dyno.test/model-server:1';

/**
 * Makes the image of the demo's model server, with Node, ONNX Runtime and the model of the demo. It answers on 8080 under
 * the name `ranker` and has no batcher of its own: batches are the business of KServe's agent.
 */
export async function makeModelServerImage(cluster) {
  const folder = mkdtempSync(join(tmpdir(), 'dynoscope-image-'));
  try {
    const modules = join(folder, 'node_modules');
    copyRuntime(modules);
    // The image takes the libraries of programs only, and ONNX Runtime needs
    // one that Node does not.
    const library = join(modules, 'onnxruntime-node', native, libraryName);
    chmodSync(library, 0o755);
    const manifest = join(folder, 'served.yaml');
    writeFileSync(manifest, JSON.stringify(served));
    const files = [
      process.execPath,
      join(modelServer, 'bundle/model-server.mjs'),
      join(root, 'examples/models'),
      modules,
      library,
      manifest,
    ];
    await cluster.image(image, files, [
      ...['node', '/app/model-server.mjs', '--manifest', '/app/served.yaml'],
      ...['--model-root', '/app/models'],
      ...['--host', '0.0.0.0', '--port', '8080'],
    ]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const native = 'bin/napi-v6/linux/x64';
const libraryName = 'libonnxruntime.so.1';

const served = {
  apiVersion: 'serving.kserve.io/v1beta1',
  kind: 'InferenceService',
  metadata: { name: 'ranker' },
  spec: {
    predictor: {
      model: {
        modelFormat: { name: 'onnx' },
        storageUri: 's3://models/iris.onnx',
      },
    },
  },
};

/** ONNX Runtime for this platform alone, without what installs it. */
function copyRuntime(target) {
  const require = createRequire(join(modelServer, 'package.json'));
  const runtime = dirname(require.resolve('onnxruntime-node/package.json'));
  const requireBeside = createRequire(join(runtime, 'package.json'));
  const common = join(
    dirname(requireBeside.resolve('onnxruntime-common')),
    '../..',
  );
  for (const part of ['package.json', 'dist', native]) {
    cpSync(join(runtime, part), join(target, 'onnxruntime-node', part), {
      recursive: true,
    });
  }
  for (const part of ['package.json', 'dist']) {
    cpSync(join(common, part), join(target, 'onnxruntime-common', part), {
      recursive: true,
    });
  }
}
