#!/usr/bin/env node
import fs from 'node:fs';
import path from 'node:path';
import { requireFreePorts } from './portal/ports.mjs';
import { readOptions } from './portal/readOptions.mjs';
import { demoServers } from './portal/portalParts.mjs';
import { startPortal } from './portal/startPortal.mjs';
import { Problem } from './workspace/Problem.mjs';
import { main } from './workspace/main.mjs';
import { root } from './workspace/root.mjs';
import { say } from './workspace/say.mjs';
import { setUp } from './workspace/setUp.mjs';

const usage =
  'Usage: npm start -- [--port 3000] [--backend-port 7007] [--demo-port 8081] [--config FILE]… [--data FOLDER] [--no-demo]';

main(
  async () => {
    const options = readOptions(
      process.argv.slice(2),
      {
        port: 'port',
        'backend-port': 'port',
        'demo-port': 'port',
        config: 'list',
        data: 'text',
        'no-demo': 'flag',
        help: 'flag',
      },
      usage,
    );
    if (options.help) {
      say(usage);
      return;
    }
    const port = options.port || 3000;
    const backendPort = options['backend-port'] || 7007;
    const demoPort = options['demo-port'] || 8081;
    const demo = !options['no-demo'] && demoRunsHere();
    const configFiles = (options.config || []).map(findConfig);
    const checkPorts = () =>
      requireFreePorts([
        { port, purpose: 'the pages', option: '--port' },
        { port: backendPort, purpose: 'the API', option: '--backend-port' },
        ...(demo ? demoServers : []).map((name, index) => ({
          port: demoPort + index,
          purpose: `the demo's ${name}`,
          option: '--demo-port',
        })),
      ]);

    await checkPorts();
    const node = await setUp();
    await checkPorts();
    const { url, died } = await startPortal({
      node,
      port,
      backendPort,
      demoPort,
      demo,
      configFiles,
      dataFolder: options.data
        ? fromUser(options.data)
        : path.join(root, '.data', `portal-${port}`),
    });
    say(`Dynoscope is ready: ${url}`);
    await died;
  },
  { onSignal: () => 0 },
);

function findConfig(file) {
  const found = fromUser(file);
  if (fs.existsSync(found)) return found;
  throw new Problem(`--config ${file}: there is no such file.`, {
    exitCode: 2,
  });
}

/** npm runs scripts in the root; a path is meant from where the user is. */
function fromUser(file) {
  return path.resolve(process.env.INIT_CWD || process.cwd(), file);
}

function demoRunsHere() {
  if (process.platform !== 'darwin' || process.arch !== 'x64') return true;
  say(
    'The demo model servers are left out: ONNX Runtime has none for this Mac.',
  );
  return false;
}
