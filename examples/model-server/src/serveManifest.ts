import type { Handler } from './createRoutes';
import { readManifest } from './Manifest';
import type { ServiceTime } from './plantServiceTime';
import { ServedModel } from './ServedModel';
import { watchManifest } from './watchManifest';

/** What stands behind a server's listener. */
export interface Served {
  handle: Handler;
  /** Watches no file any more, and predicts what batchers hold. */
  close(): void;
}

/**
 * Serves the model of one manifest and follows changes of its batcher.
 *
 * @throws Error that says what is wrong with manifest or model.
 */
export async function serveManifest(options: {
  manifest: string;
  modelRoot: string;
  serviceTime?: ServiceTime;
  log(line: string): void;
}): Promise<Served> {
  const { manifest: path, modelRoot, serviceTime, log } = options;
  const model = await ServedModel.load(
    readManifest(path),
    modelRoot,
    serviceTime,
  );
  log(`${model.name}: ${model.describe()}`);
  const stopWatching = watchManifest({
    path,
    onChange: manifest => {
      if (!model.serves(manifest)) {
        log(
          `${path}: another name or storageUri is served after a restart only`,
        );
      }
      if (model.follow(manifest)) {
        log(`${model.name}: now ${model.describe()}`);
      }
    },
    log,
  });
  return {
    handle: model.handle,
    close() {
      stopWatching();
      model.flush();
    },
  };
}
