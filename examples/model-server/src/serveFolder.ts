import { join } from 'node:path';
import { createFolderRoutes } from './createFolderRoutes';
import { readManifest } from './Manifest';
import type { Manifest } from './Manifest';
import { manifestName, manifestsBelow } from './manifestsBelow';
import type { ServiceTime } from './plantServiceTime';
import { ServedModel } from './ServedModel';
import type { Served } from './serveManifest';

const scanMs = 250;

interface Place {
  /** Changes when the file does. */
  seen: string;
  model?: ServedModel;
  /** Of a manifest whose model could not be loaded. */
  failed?: { name: string; problem: string };
}

/**
 * Serves every `<folder>/<service>/inference-service.yaml`, each model under the name of its manifest. New, changed and
 * removed manifests are followed; one that cannot be read changes nothing but the log.
 */
export async function serveFolder(options: {
  folder: string;
  modelRoot: string;
  serviceTime?: ServiceTime;
  log(line: string): void;
}): Promise<Served> {
  const { folder, modelRoot, serviceTime, log } = options;
  const places = new Map<string, Place>();
  let isClosed = false;

  async function follow(place: string, seen: string): Promise<void> {
    const earlier = places.get(place);
    if (earlier?.seen === seen) return;
    const service: Place = { ...earlier, seen };
    places.set(place, service);
    const path = join(folder, place, manifestName);
    let manifest: Manifest;
    try {
      manifest = readManifest(path);
    } catch (error) {
      const kept = earlier ? '; the earlier manifest stays in force' : '';
      log(`${(error as Error).message}${kept}`);
      return;
    }
    if (service.model?.serves(manifest)) {
      if (service.model.follow(manifest)) {
        log(`${manifest.name}: now ${service.model.describe()}`);
      }
      return;
    }
    service.model?.flush();
    places.set(place, await load(manifest, seen, path));
  }

  async function load(
    manifest: Manifest,
    seen: string,
    path: string,
  ): Promise<Place> {
    const { name } = manifest;
    try {
      const model = await ServedModel.load(manifest, modelRoot, serviceTime);
      log(`${name}: ${model.describe()}`);
      return { seen, model };
    } catch (error) {
      const { message } = error as Error;
      log(`${path}: ${message}`);
      return { seen, failed: { name, problem: message } };
    }
  }

  async function scan(): Promise<void> {
    const found = manifestsBelow(folder);
    for (const [place, service] of places) {
      if (!found.has(place)) {
        service.model?.flush();
        places.delete(place);
        log(`${place}: no longer served`);
      }
    }
    for (const [place, seen] of found) await follow(place, seen);
  }

  async function scanAgain(): Promise<void> {
    await scan().catch(error => log(`${folder}: ${error.message}`));
    if (!isClosed) setTimeout(scanAgain, scanMs).unref();
  }

  await scan();
  setTimeout(scanAgain, scanMs).unref();
  return {
    handle: createFolderRoutes(() =>
      [...places.values()].flatMap(
        ({ model, failed }) => model ?? failed ?? [],
      ),
    ),
    close() {
      isClosed = true;
      for (const { model } of places.values()) model?.flush();
    },
  };
}
