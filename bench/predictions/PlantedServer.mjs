import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { root } from '../../scripts/workspace/root.mjs';

const program = path.join(
  root,
  'examples/model-server/bundle/model-server.mjs',
);

/** The demo model server with a planted service time, and a manifest of our own that can be changed while it runs. */
export class PlantedServer {
  static async start({ service, batcher }) {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'dynoscope-bench-'));
    const file = path.join(folder, 'service.yaml');
    await writeFile(file, manifestOf(batcher));
    const child = spawn(
      process.execPath,
      [
        ...[program, '--manifest', file, '--port', '0'],
        ...['--model-root', path.join(root, 'examples/models')],
        ...(service === '0' ? [] : ['--service-ms', service]),
      ],
      { stdio: ['ignore', 'pipe', 'pipe'] },
    );
    const server = new PlantedServer(child, folder, file);
    const [line] = await Promise.race([
      once(createInterface(child.stdout), 'line'),
      once(child, 'close').then(() => {
        throw new Error(`The model server did not start: ${server.said}`);
      }),
    ]);
    server.url = `${line.replace(
      'model server ready: ',
      '',
    )}/v1/models/planted:predict`;
    return server;
  }

  constructor(child, folder, file) {
    Object.assign(this, { child, folder, file, said: '' });
    child.stderr.setEncoding('utf8').on('data', text => {
      this.said += text;
    });
  }

  /** The manifest as it is now. */
  static manifest(batcher) {
    return manifestOf(batcher);
  }

  /** Changes the batcher and waits until the server works with it. */
  async change([size, wait]) {
    const words = `now batches of ${size} instances or ${wait} ms`;
    await writeFile(`${this.file}.new`, manifestOf([size, wait]));
    await rename(`${this.file}.new`, this.file);
    for (let times = 0; !this.said.includes(words); times++) {
      if (times > 100) throw new Error(`No change was seen: ${this.said}`);
      await new Promise(resolve => setTimeout(resolve, 50));
    }
  }

  async stop() {
    const closed = once(this.child, 'close');
    this.child.kill('SIGTERM');
    await closed;
    await rm(this.folder, { recursive: true });
  }
}

function manifestOf([size, wait]) {
  return `apiVersion: serving.kserve.io/v1beta1
kind: InferenceService
metadata:
  name: planted
spec:
  predictor:
    batcher:
      maxBatchSize: ${size}
      maxLatency: ${wait}
    model:
      modelFormat: { name: onnx }
      protocolVersion: v1
      storageUri: s3://models/iris.onnx
`;
}
