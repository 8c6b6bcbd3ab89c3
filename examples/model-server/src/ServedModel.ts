import { Batcher } from './Batcher';
import { createRoutes } from './createRoutes';
import type { Handler } from './createRoutes';
import type { Manifest } from './Manifest';
import { modelFile } from './modelFile';
import { OnnxModel } from './OnnxModel';
import { plantServiceTime, type ServiceTime } from './plantServiceTime';

/** The model of one manifest, behind the manifest's batcher. */
export class ServedModel {
  private batcher?: Batcher;

  private constructor(
    private manifest: Manifest,
    private readonly routes: Handler,
  ) {
    this.batcher = createBatcher(manifest, routes);
  }

  /** @throws Error that says what is wrong with `storageUri` or the model. */
  static async load(
    manifest: Manifest,
    modelRoot: string,
    serviceTime?: ServiceTime,
  ): Promise<ServedModel> {
    const { name, storageUri } = manifest;
    const model = await OnnxModel.load(modelFile(storageUri, modelRoot));
    const routes = createRoutes({ name, model });
    return new ServedModel(
      manifest,
      serviceTime ? plantServiceTime(serviceTime, routes) : routes,
    );
  }

  get name(): string {
    return this.manifest.name;
  }

  readonly handle: Handler = request =>
    this.batcher?.handle(request) ?? this.routes(request);

  /** Whether a manifest differs in its batcher at most. */
  serves({ name, storageUri }: Manifest): boolean {
    return (
      name === this.manifest.name && storageUri === this.manifest.storageUri
    );
  }

  /**
   * Takes over the batcher of a manifest; what the earlier one holds is predicted.
   *
   * @returns whether it is another one
   */
  follow(manifest: Manifest): boolean {
    const before = this.describe();
    this.manifest = { ...this.manifest, batcher: manifest.batcher };
    if (this.describe() === before) {
      return false;
    }
    this.flush();
    this.batcher = createBatcher(manifest, this.routes);
    return true;
  }

  /** Predicts what the batcher holds. */
  flush(): void {
    this.batcher?.flush();
  }

  /** How requests are put together, in words. */
  describe(): string {
    const { batcher } = this.manifest;
    return batcher
      ? `batches of ${batcher.maxBatchSize} instances or ${batcher.maxLatency} ms`
      : 'no batcher';
  }
}

function createBatcher(
  { batcher }: Manifest,
  routes: Handler,
): Batcher | undefined {
  return batcher ? new Batcher(batcher, routes) : undefined;
}
