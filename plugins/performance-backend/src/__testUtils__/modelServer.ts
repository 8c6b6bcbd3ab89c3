import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A model server on loopback that answers KServe v1 after a delay, and remembers when it was asked. */
export async function startModelServer(options: { delayMs?: number } = {}) {
  const { delayMs = 0 } = options;
  const asked: { at: number; run: string | undefined }[] = [];
  const server = createServer(async (request, response) => {
    asked.push({
      at: Date.now(),
      run: request.headers['x-dynoscope-run'] as string | undefined,
    });
    await drain(request);
    setTimeout(() => {
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ predictions: [0] }));
    }, delayMs);
  });
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    asked,
    port,
    url: `http://127.0.0.1:${port}/v1/models/iris:predict`,
    async close() {
      server.closeAllConnections();
      await new Promise(resolve => server.close(resolve));
    },
  };
}

async function drain(request: IncomingMessage) {
  for await (const _ of request);
}
