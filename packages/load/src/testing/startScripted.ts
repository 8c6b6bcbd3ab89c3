import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { createServer as createTlsServer, type TlsOptions } from 'node:tls';

/**
 * A server that does with each request whatever the script says, down to single bytes. `index` counts requests from 0.
 */
export async function startScripted(
  script: (socket: Socket, index: number) => void,
  tls?: TlsOptions,
) {
  let requests = 0;
  let connections = 0;
  const sockets = new Set<Socket>();

  function serve(socket: Socket) {
    connections += 1;
    sockets.add(socket);
    let text = '';
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => {});
    socket.on('data', data => {
      text += data.toString('latin1');
      for (let end = endOf(text); end > 0; end = endOf(text)) {
        text = text.slice(end);
        requests += 1;
        script(socket, requests - 1);
      }
    });
  }

  const server = tls ? createTlsServer(tls, serve) : createServer(serve);
  server.on('tlsClientError', () => {});
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `${tls ? 'https' : 'http'}://127.0.0.1:${port}/v1/models/m:predict`,
    requests: () => requests,
    connections: () => connections,
    close: () => {
      sockets.forEach(socket => socket.destroy());
      server.close();
    },
  };
}

/** Where the first whole request ends, 0 when there is none yet. */
function endOf(text: string): number {
  const head = text.indexOf('\r\n\r\n');
  if (head < 0) return 0;
  const [, length = '0'] = /content-length: (\d+)/i.exec(text) ?? [];
  const end = head + 4 + Number(length);
  return text.length >= end ? end : 0;
}
