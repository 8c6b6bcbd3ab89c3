import net from 'node:net';
import { Problem } from '../workspace/Problem.mjs';

/**
 * Makes sure that nothing listens at these ports.
 *
 * @param wanted `{ port, purpose, option }` each
 */
export async function requireFreePorts(wanted) {
  for (const { port, purpose, option } of wanted) {
    if (!(await isFree(port))) {
      throw new Problem(
        `port ${port} for ${purpose} is in use: stop what listens there, or choose another with \`npm start -- ${option} N\`.`,
      );
    }
  }
}

/** A port that nothing listens at just now. */
export async function freePort() {
  const server = net.createServer();
  const port = await listen(server, { port: 0, host: '127.0.0.1' });
  await new Promise(resolve => server.close(resolve));
  return port;
}

async function isFree(port) {
  for (const host of ['127.0.0.1', '::1']) {
    if (await answers(port, host)) return false;
    const server = net.createServer();
    try {
      await listen(server, { port, host });
      await new Promise(resolve => server.close(resolve));
    } catch (error) {
      // A machine without IPv6 has no ::1 to be taken.
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') return false;
    }
  }
  return true;
}

function listen(server, options) {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(options, () => resolve(server.address().port));
  });
}

function answers(port, host) {
  return new Promise(resolve => {
    const socket = net.connect({ port, host, timeout: 500 });
    const end = answer => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', () => end(true));
    socket.once('error', () => end(false));
    socket.once('timeout', () => end(false));
  });
}
