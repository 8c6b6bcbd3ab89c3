import path from 'node:path';

import { root } from '../workspace/root.mjs';
import { say } from '../workspace/say.mjs';
import { demoServices, portalParts, publishedFolder } from './portalParts.mjs';
import { catalogHasEntities, until } from './readiness.mjs';
import { seedPublished } from './seedPublished.mjs';
import { startPart } from './startPart.mjs';

/**
 * Starts the demo's model servers, the app and the backend, and waits until
 * pages and API answer.
 *
 * @param options `node` to run on; `port`, `backendPort` and `demoPort`;
 *   `configFiles`, added after the built-in configuration; `demo`, whether to
 *   start the model servers; `dataFolder` for databases and logs
 * @returns `died`, which rejects when any part ends
 */
export async function startPortal(options) {
  const { port, backendPort, demo, dataFolder } = options;
  const { modelServers, app, backend } = portalParts(options);
  const started = [];
  const start = async parts => {
    const starting = parts.map(startPart);
    started.push(...starting);
    await Promise.race([
      Promise.all(starting.map(part => part.ready)),
      ...started.map(part => part.died),
    ]);
  };

  if (demo) {
    seedPublished({
      examples: path.join(root, 'examples/manifests'),
      published: publishedFolder(dataFolder),
      services: demoServices,
    });
  }
  say(`Starting the portal; logs are in ${path.join(dataFolder, 'logs')} …`);
  await start([...(demo ? modelServers : []), app]);
  // The backend comes last: its first runs measure on a machine that is not
  // busy with compiling the app any more.
  await start([backend]);
  const backendUrl = `http://localhost:${backendPort}`;
  if (demo) await until(() => catalogHasEntities(backendUrl), 30000);
  return {
    url: `http://localhost:${port}`,
    died: Promise.race(started.map(part => part.died)),
  };
}
