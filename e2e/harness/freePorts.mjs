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

/** The first of so many free ports that follow each other. */
export async function freeRow(count) {
  for (let attempt = 0; attempt < 50; attempt++) {
    const servers = [await listen(0)];
    const { port } = servers[0].address();
    while (servers.length < count) {
      const next = await listen(port + servers.length).catch(() => undefined);
      if (!next) break;
      servers.push(next);
    }
    await Promise.all(servers.map(close));
    if (servers.length === count) return port;
  }
  throw new Error(`no ${count} free ports follow each other`);
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
