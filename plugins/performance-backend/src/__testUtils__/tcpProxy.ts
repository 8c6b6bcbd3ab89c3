import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** Stands between a client and a server on loopback, and breaks all connections while it is down. */
export async function startTcpProxy(target: { host: string; port: number }) {
  const open = new Set<Socket>();
  let isDown = false;
  const server = createServer(client => {
    if (isDown) {
      client.resetAndDestroy();
      return;
    }
    const upstream = connect(target);
    for (const [from, to] of [
      [client, upstream],
      [upstream, client],
    ]) {
      open.add(from);
      from.pipe(to);
      from.on('error', () => to.destroy());
      from.on('close', () => {
        open.delete(from);
        to.destroy();
      });
    }
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const down = () => {
    isDown = true;
    for (const socket of open) socket.resetAndDestroy();
  };
  return {
    port: (server.address() as AddressInfo).port,
    down,
    up() {
      isDown = false;
    },
    async close() {
      down();
      server.close();
      await once(server, 'close');
    },
  };
}
