import { readFile } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readDeployment } from '@dynoscope/tuning';

/**
 * A model server on loopback that waits for a batch as its manifest says, which it reads anew for each first request of one,
 * and then takes a fixed time.
 */
export async function startBatchingServer(options: {
  /** Path of the manifest. */
  manifest: string;
  serviceMs: number;
}) {
  const { manifest, serviceMs } = options;
  let batch: ServerResponse[] = [];
  let timer: NodeJS.Timeout | undefined;
  const flush = () => {
    clearTimeout(timer);
    timer = undefined;
    const full = batch;
    batch = [];
    setTimeout(() => {
      for (const response of full) {
        response.setHeader('content-type', 'application/json');
        response.end(JSON.stringify({ predictions: [0] }));
      }
    }, serviceMs);
  };
  const server = createServer(async (request, response) => {
    for await (const _ of request);
    const { batcher } = readDeployment({
      content: await readFile(manifest, 'utf8'),
      source: { kind: 'file', reference: manifest },
      digest: '',
    });
    batch.push(response);
    if (!batcher || batch.length >= batcher.maxBatchSize) flush();
    else timer ??= setTimeout(flush, batcher.maxLatency);
  });
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/v1/models/iris:predict`,
    async close() {
      clearTimeout(timer);
      server.closeAllConnections();
      await new Promise(resolve => server.close(resolve));
    },
  };
}
