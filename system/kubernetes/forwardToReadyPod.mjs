import { once } from 'node:events';
import { spawn } from 'node:child_process';
import { connect, createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import { home } from './requirements.mjs';

const fields = [
  '.metadata.name',
  '.status.podIP',
  '.status.conditions[?(@.type=="Ready")].status',
  '.metadata.deletionTimestamp',
];

/**
 * An address on loopback that stays the same while pods come and go: a new connection goes to the newest ready pod of an
 * InferenceService. It stands for the Service, which has no address where there is no kube-proxy.
 *
 * @returns `url` and `close()`
 */
export async function forwardToReadyPod({ cluster, service, port }) {
  const pods = new Map();
  const watch = spawn(
    join(home, 'bin', 'kubectl'),
    [
      ...['--kubeconfig', cluster.kubeconfig, 'get', 'pods', '--watch'],
      ...['--selector', `serving.kserve.io/inferenceservice=${service}`],
      ...['-o', `jsonpath=${fields.map(path => `{${path}} `).join('')}{"\\n"}`],
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  createInterface(watch.stdout).on('line', line => {
    const [name, address, ready, deleted] = line.split(' ');
    pods.delete(name);
    if (ready === 'True' && !deleted) pods.set(name, address);
  });

  const sockets = new Set();
  const server = createServer(client => {
    const host = [...pods.values()].at(-1);
    if (!host) {
      client.destroy();
      return;
    }
    const pod = connect({ host, port });
    for (const [socket, other] of [
      [client, pod],
      [pod, client],
    ]) {
      sockets.add(socket);
      socket.setNoDelay();
      socket.pipe(other);
      socket.on('error', () => other.destroy());
      socket.on('close', () => {
        sockets.delete(socket);
        other.destroy();
      });
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    async close() {
      server.close();
      for (const socket of sockets) socket.destroy();
      const ended = once(watch, 'close');
      watch.kill('SIGTERM');
      await ended;
    },
  };
}
