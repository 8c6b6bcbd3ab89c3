import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One request as the server saw it. */
export interface SeenRequest {
  at: number;
  method: string;
  url: string;
  headers: IncomingHttpHeaders;
  body: string;
  /** The client's port, which tells connections apart. */
  port: number;
}

/** A server that notes what it gets and answers it after a delay. */
export async function startServer({
  delayMs = 0,
  status = 200,
  body = '{"predictions":[1],"outputs":[{}]}',
} = {}) {
  const seen: SeenRequest[] = [];
  const server = createServer((request, response) => {
    const { method = '', url = '', headers, socket } = request;
    const entry = {
      at: performance.now(),
      method,
      url,
      headers,
      body: '',
      port: socket.remotePort ?? 0,
    };
    seen.push(entry);
    request.setEncoding('utf8').on('data', text => {
      entry.body += text;
    });
    request.on('end', () => {
      setTimeout(() => response.writeHead(status).end(body), delayMs);
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    seen,
    connections: () => new Set(seen.map(request => request.port)).size,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
