import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../e2e/harness/folders.mjs';
import { freePorts } from '../../e2e/harness/freePorts.mjs';
import { performanceApi } from '../../e2e/harness/performanceApi.mjs';
import {
  apiAnswers,
  catalogHasEntities,
  until,
} from '../../scripts/portal/readiness.mjs';

/**
 * Starts the portal's own backend without its pages.
 *
 * @param options `name` of the folder below `.data/system` that keeps its files, `catalog` file and `performance`
 *   configuration
 * @returns `api` and `stop()`
 */
export async function startBackend({ name, catalog, performance }) {
  const folder = join(root, '.data', 'system', name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const [port] = await freePorts(1);
  const url = `http://localhost:${port}`;
  const config = join(folder, 'app-config.yaml');
  // JSON is YAML too.
  writeFileSync(
    config,
    JSON.stringify({
      app: { title: 'Dynoscope', baseUrl: url },
      organization: { name: 'System tests' },
      backend: {
        baseUrl: url,
        listen: { host: '127.0.0.1', port },
        database: {
          client: 'better-sqlite3',
          connection: { directory: join(folder, 'database') },
        },
      },
      auth: { providers: { guest: { userEntityRef: 'user:default/guest' } } },
      permission: { enabled: true },
      catalog: {
        rules: [{ allow: ['Component', 'Group', 'User'] }],
        locations: [{ type: 'file', target: catalog }],
      },
      performance: {
        publish: { folder: join(folder, 'published') },
        ...performance,
      },
    }),
  );
  const logFile = join(folder, 'backend.log');
  const log = openSync(logFile, 'w');
  const modules = join(root, 'node_modules');
  const backend = spawn(
    process.execPath,
    [
      ...['--enable-source-maps', '--require'],
      join(modules, '@backstage/cli/config/nodeTransform.cjs'),
      join(root, 'packages/backend/src/index.ts'),
      ...['--config', config],
    ],
    {
      cwd: join(root, 'packages/backend'),
      stdio: ['ignore', log, log],
      env: { ...process.env, NODE_ENV: 'development', NO_COLOR: '1' },
    },
  );
  const ended = once(backend, 'close');
  const stop = async () => {
    backend.kill('SIGTERM');
    await ended;
  };
  const answers = async () =>
    (await apiAnswers(url)) && (await catalogHasEntities(url));
  const isReady = await Promise.race([
    until(answers, 180_000),
    ended.then(() => false),
  ]);
  if (!isReady) {
    await stop();
    throw new Error(`the backend did not start: see ${logFile}`);
  }
  return { api: await performanceApi(url), stop };
}
