import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openBrowser } from './browser.mjs';
import { results, root } from './folders.mjs';
import { performanceApi } from './performanceApi.mjs';
import { signIn } from './signIn.mjs';
import { stageConfiguration } from './stageConfiguration.mjs';
import { startPortal } from './startPortal.mjs';
import { startServer } from './startServer.mjs';

/**
 * Everything that the journeys need: a portal with the demo, more servers to measure, and a browser in which a guest has
 * signed in.
 *
 * @returns `portal`, `api`, `servers` by the name of their entity, the folder `published`, `manifest` and `adjustable` (the
 *   file and the server of `adjustable-ranker`), `visit(path, use)`, which opens a page and closes it, `setEnabled(enabled)`, and `close()`
 */
export async function openStage() {
  rmSync(results, { recursive: true, force: true });
  mkdirSync(results, { recursive: true });
  const open = [];
  const close = async () => {
    while (open.length > 0) await open.pop()();
  };
  const keep = (thing, end) => {
    open.push(end);
    return thing;
  };
  const serve = async (...args) => {
    const server = await startServer(args);
    return keep(server, () => server.stop());
  };
  const blackBox = delay =>
    serve(join(root, 'e2e/harness/blackBox.mjs'), String(delay));

  try {
    const [quick, slow] = [await blackBox(20), await blackBox(70)];
    const data = join(results, 'portal');
    const published = join(data, 'published');
    const manifest = plantManifest(published, 'adjustable-ranker');
    const adjustable = await serve(
      join(root, 'examples/model-server/bundle/model-server.mjs'),
      ...['--manifest', manifest, '--port', '0'],
      ...['--model-root', join(root, 'examples/models')],
    );
    const own = {
      'quick-box': quick.url,
      'slow-box': slow.url,
      'guarded-box': quick.url,
      'adjustable-ranker': adjustable.url,
    };

    const configuration = more =>
      stageConfiguration({ servers: own, manifest, ...more });
    const portal = await startPortal({ data, configuration: configuration() });
    keep(portal, () => portal.stop());
    const browser = await openBrowser();
    keep(browser, () => browser.close());
    const context = await browser.newContext({
      viewport: { width: 1280, height: 900 },
      reducedMotion: 'reduce',
      acceptDownloads: true,
    });
    context.setDefaultTimeout(40_000);
    await signIn(context, portal.url);

    return {
      portal,
      api: await performanceApi(portal.backendUrl),
      servers: { ...portal.servers, ...own },
      published,
      manifest,
      adjustable,
      async visit(path, use) {
        const page = await context.newPage();
        try {
          await page.goto(`${portal.url}${path}`);
          return await use(page);
        } catch (error) {
          const name = path.replace(/\W+/g, '-');
          await page
            .screenshot({ path: join(results, `failed${name}.png`) })
            .catch(() => {});
          throw error;
        } finally {
          await page.close();
        }
      },
      setEnabled: enabled => portal.configure(configuration({ enabled })),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The manifest of `sluggish-ranker` under another name, where the portal publishes to. */
function plantManifest(published, name) {
  const example = join(root, 'examples/manifests/sluggish-ranker.yaml');
  const folder = join(published, name);
  const file = join(folder, 'inference-service.yaml');
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    file,
    readFileSync(example, 'utf8').replace(
      'name: sluggish-ranker',
      `name: ${name}`,
    ),
  );
  return file;
}
