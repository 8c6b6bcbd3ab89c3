import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Batcher } from './Batcher';
import { createListener } from './createListener';
import { createRoutes } from './createRoutes';
import { readManifest } from './Manifest';
import type { BatcherOptions, Manifest } from './Manifest';
import { modelFile } from './modelFile';
import { OnnxModel } from './OnnxModel';
import { RequestLog } from './RequestLog';
import { watchManifest } from './watchManifest';

/** As KServe's own server closes idle connections. */
const keepAliveMs = 65_000;

/** How long a stopping server waits for answers that are under way. */
const stopMs = 4_000;

/** A running server. */
export interface ModelServer {
  url: string;
  /** Answers what it has taken, takes nothing more. */
  close(): Promise<void>;
}

/**
 * Serves the model of an InferenceService manifest over KServe v1 and Open Inference v2, with the manifest's batcher,
 * and follows changes of that batcher.
 *
 * @throws Error that says what is wrong with manifest or model, or with code `EADDRINUSE` where the port is taken.
 */
export async function startModelServer(options: {
  /** File of the manifest. */
  manifest: string;
  /** Folder that stands for the bucket or claim of `storageUri`. */
  modelRoot: string;
  host?: string;
  /** 0 takes a free one. */
  port: number;
  log?(line: string): void;
}): Promise<ModelServer> {
  const { log = () => {} } = options;
  const host = options.host ?? '127.0.0.1';
  const served = readManifest(options.manifest);
  const model = await OnnxModel.load(
    modelFile(served.storageUri, options.modelRoot),
  );
  const routes = createRoutes({ name: served.name, model });
  let current = served;
  let batcher = createBatcher(served.batcher);

  function createBatcher(settings: BatcherOptions | undefined) {
    return settings ? new Batcher(settings, routes) : undefined;
  }

  function follow(manifest: Manifest) {
    if (
      manifest.name !== served.name ||
      manifest.storageUri !== served.storageUri
    ) {
      log(
        `${options.manifest}: another name or storageUri is served after a restart only`,
      );
    }
    if (describeBatcher(manifest) !== describeBatcher(current)) {
      const earlier = batcher;
      batcher = createBatcher(manifest.batcher);
      earlier?.flush();
      log(`${served.name}: now ${describeBatcher(manifest)}`);
    }
    current = manifest;
  }

  const server = createServer(
    { keepAliveTimeout: keepAliveMs },
    createListener({
      log: new RequestLog(),
      handle: request => batcher?.handle(request) ?? routes(request),
    }),
  );
  server.listen(options.port, host);
  await once(server, 'listening');
  const stopWatching = watchManifest({
    path: options.manifest,
    onChange: follow,
    log,
  });
  log(`${served.name}: ${describeBatcher(served)}`);

  const { port } = server.address() as AddressInfo;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${port}`,
    async close() {
      stopWatching();
      const closed = once(server, 'close');
      server.close();
      batcher?.flush();
      const timer = setTimeout(() => server.closeAllConnections(), stopMs);
      await closed;
      clearTimeout(timer);
    },
  };
}

function describeBatcher({ batcher }: Manifest): string {
  return batcher
    ? `batches of ${batcher.maxBatchSize} instances or ${batcher.maxLatency} ms`
    : 'no batcher';
}
