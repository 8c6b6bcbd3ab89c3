import { once } from 'node:events';
import { createServer } from 'node:net';

/** So many free ports. */
export async function freePorts(count) {
  const servers = [];
  for (let i = 0; i < count; i++) {
    servers.push(await listen(0));
  }
  const ports = servers.map(server => server.address().port);
  await Promise.all(servers.map(close));
  return ports;
}

/** The first of two free ports that follow each other. */
export async function freePair() {
  for (let attempt = 0; attempt < 50; attempt++) {
    const first = await listen(0);
    const { port } = first.address();
    const second = await listen(port + 1).catch(() => undefined);
    await close(first);
    if (second) {
      await close(second);
      return port;
    }
  }
  throw new Error('no two free ports follow each other');
}

async function listen(port) {
  const server = createServer();
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

function close(server) {
  return new Promise(resolve => server.close(resolve));
}
