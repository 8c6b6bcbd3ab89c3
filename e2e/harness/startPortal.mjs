import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { freePorts, freeRow } from './freePorts.mjs';
import { root } from './folders.mjs';

/**
 * Starts the portal as a user does, on free ports.
 *
 * @param data folder of its database and of what it publishes
 * @param configuration what to add with `--config`
 * @returns `url`, `backendUrl`, the demo `servers` by the name of their entity, `publishedUrl` of the server of
 *   all that is published, `configure(configuration)` which
 *   writes the file of `--config` again, and `stop()`
 */
export async function startPortal({ data, configuration }) {
  const [port, backendPort] = await freePorts(2);
  const demoPort = await freeRow(3);
  const file = join(data, 'app-config.yaml');
  // JSON is YAML too.
  const configure = content => writeFileSync(file, JSON.stringify(content));
  configure(configuration);
  const portal = spawn(
    process.execPath,
    [
      join(root, 'scripts', 'start.mjs'),
      ...['--port', port, '--backend-port', backendPort],
      ...['--demo-port', demoPort, '--config', file, '--data', data],
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
    publishedUrl: `http://127.0.0.1:${demoPort + 2}`,
    configure,
    async stop() {
      portal.kill('SIGTERM');
      await ended.catch(() => {});
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
