import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { parseServiceTime, type ServiceTime } from './plantServiceTime';
import { startModelServer } from './startModelServer';

const usage = `Serves the ONNX models of InferenceService manifests, with their batchers.

  node examples/model-server/bundle/model-server.mjs --manifest examples/manifests/iris-classifier.yaml --port 8081

  --manifest FILE      one InferenceService
  --folder FOLDER      instead: every <service>/inference-service.yaml in it, also those that come later
  --port N             0 takes a free one (default 8081)
  --host ADDRESS       default 127.0.0.1
  --model-root FOLDER  stands for the bucket of storageUri (default: models, beside the manifest's folder;
                       needed with --folder)
  --service-ms A[+B]   for benches: every prediction takes A ms and B more a row, one after another
`;

function readArguments() {
  const { values } = parseArgs({
    options: {
      manifest: { type: 'string' },
      folder: { type: 'string' },
      port: { type: 'string', default: '8081' },
      host: { type: 'string', default: '127.0.0.1' },
      'model-root': { type: 'string' },
      'service-ms': { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) {
    process.stdout.write(usage);
    process.exit(0);
  }
  const { manifest, folder } = values;
  if ((manifest === undefined) === (folder === undefined)) {
    throw new Error(
      '--manifest: the file of an InferenceService is needed, or --folder with several',
    );
  }
  const modelRoot =
    values['model-root'] ??
    (manifest && resolve(manifest, '..', '..', 'models'));
  if (modelRoot === undefined) {
    throw new Error('--model-root: the folder of the models is needed');
  }
  const port = Number(values.port);
  if (!/^\d+$/.test(values.port) || port > 65535) {
    throw new Error(
      `--port: expected a number from 0 to 65535, got ${values.port}`,
    );
  }
  return {
    source: folder === undefined ? { manifest: manifest! } : { folder },
    modelRoot,
    host: values.host,
    port,
    serviceTime: readServiceTime(values['service-ms']),
  };
}

function readServiceTime(text: string | undefined): ServiceTime | undefined {
  if (text === undefined) return undefined;
  try {
    return parseServiceTime(text);
  } catch (error) {
    throw new Error(`--service-ms: ${(error as Error).message}`);
  }
}

function fail(message: string, exitCode: number): never {
  process.stderr.write(`model server: ${message}\n`);
  process.exit(exitCode);
}

function explain(error: NodeJS.ErrnoException & { port?: number }): string {
  return error.code === 'EADDRINUSE'
    ? `port ${error.port} is in use: stop the program that has it, or choose another with --port`
    : error.message;
}

async function main() {
  let settings: ReturnType<typeof readArguments>;
  try {
    settings = readArguments();
  } catch (error) {
    fail((error as Error).message, 2);
  }
  try {
    const server = await startModelServer({
      ...settings,
      log: line => process.stderr.write(`${line}\n`),
    });
    process.stdout.write(`model server ready: ${server.url}\n`);
    const stop = () => void server.close().then(() => process.exit(0));
    process.once('SIGTERM', stop);
    process.once('SIGINT', stop);
  } catch (error) {
    fail(explain(error as NodeJS.ErrnoException), 1);
  }
}

void main();
