import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createListener } from './createListener';
import type { ServiceTime } from './plantServiceTime';
import { RequestLog } from './RequestLog';
import { serveFolder } from './serveFolder';
import { serveManifest } from './serveManifest';

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
 * Serves the model of an InferenceService manifest, or of every manifest of a folder, over KServe v1 and Open Inference
 * v2, with the manifest's batcher, and follows changes.
 *
 * @throws Error that says what is wrong with manifest or model, or with code `EADDRINUSE` where the port is taken.
 */
export async function startModelServer(options: {
  /** One manifest, or a folder with `<service>/inference-service.yaml`. */
  source: { manifest: string } | { folder: string };
  /** Folder that stands for the bucket or claim of `storageUri`. */
  modelRoot: string;
  host?: string;
  /** 0 takes a free one. */
  port: number;
  /** Makes every prediction take a known time, for benches. */
  serviceTime?: ServiceTime;
  log?(line: string): void;
}): Promise<ModelServer> {
  const { source, modelRoot, serviceTime } = options;
  // What is served is said once it is: a start that fails has one line.
  const early: string[] = [];
  let isListening = false;
  const log = (line: string) =>
    isListening ? options.log?.(line) : void early.push(line);
  const host = options.host ?? '127.0.0.1';
  const served =
    'folder' in source
      ? await serveFolder({ ...source, modelRoot, serviceTime, log })
      : await serveManifest({ ...source, modelRoot, serviceTime, log });

  const server = createServer(
    { keepAliveTimeout: keepAliveMs },
    createListener({ log: new RequestLog(), handle: served.handle }),
  );
  server.listen(options.port, host);
  await once(server, 'listening').catch(error => {
    served.close();
    throw error;
  });

  isListening = true;
  early.forEach(log);

  const { port } = server.address() as AddressInfo;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${port}`,
    async close() {
      const closed = once(server, 'close');
      server.close();
      served.close();
      const timer = setTimeout(() => server.closeAllConnections(), stopMs);
      await closed;
      clearTimeout(timer);
    },
  };
}
