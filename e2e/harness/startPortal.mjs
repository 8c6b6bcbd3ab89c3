import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { results, root } from './folders.mjs';

/** A run of the tests takes seconds, not the demo's half a minute; all else is as `npm start` has it. */
const configuration = enabled => `performance:
  enabled: ${enabled}
  inference:
    load:
      warmupSeconds: 2
      seconds: 12
`;

/**
 * Starts the portal as a user does, on free ports and with a database of its own.
 *
 * @returns `url`, `backendUrl`, the demo `servers` by the name of their entity, `setEnabled(enabled)` which writes
 *   the kill switch, and `stop()`
 */
export async function startPortal() {
  const [port, backendPort] = await freePorts(2);
  const demoPort = await freePair();
  mkdirSync(results, { recursive: true });
  const config = join(results, 'portal.yaml');
  const setEnabled = enabled => writeFileSync(config, configuration(enabled));
  setEnabled(true);
  const portal = spawn(
    process.execPath,
    [
      join(root, 'scripts', 'start.mjs'),
      ...['--port', port, '--backend-port', backendPort],
      ...['--demo-port', demoPort, '--config', config],
    ].map(String),
    { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const ended = once(portal, 'close').then(([code]) => {
    throw new Error(`npm start ended with exit code ${code}`);
  });
  ended.catch(() => {});
  await Promise.race([readyLine(portal.stdout), ended]);
  return {
    url: `http://localhost:${port}`,
    backendUrl: `http://localhost:${backendPort}`,
    servers: {
      'iris-classifier': `http://127.0.0.1:${demoPort}`,
      'sluggish-ranker': `http://127.0.0.1:${demoPort + 1}`,
    },
    setEnabled,
    async stop() {
      portal.kill('SIGTERM');
      await ended.catch(() => {});
      rmSync(join(root, '.data', `portal-${port}`), {
        recursive: true,
        force: true,
      });
    },
  };
}

/** Everything that the portal says is passed on; its last line says that it is ready. */
function readyLine(output) {
  return new Promise(resolve => {
    createInterface(output).on('line', line => {
      process.stdout.write(`# ${line}\n`);
      if (line.startsWith('Dynoscope is ready: ')) {
        resolve();
      }
    });
  });
}

async function freePorts(count) {
  const servers = [];
  for (let i = 0; i < count; i++) {
    servers.push(await listen(0));
  }
  const ports = servers.map(server => server.address().port);
  await Promise.all(servers.map(close));
  return ports;
}

/** The first of two free ports that follow each other. */
async function freePair() {
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
