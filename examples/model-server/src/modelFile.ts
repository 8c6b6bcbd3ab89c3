import { join, posix } from 'node:path';

const address = /^(s3|gs|pvc):\/\/[^/]+\/(.+)$/;

/**
 * Where the model of a storage URI lies on this machine: the root folder stands for the bucket or claim, so
 * `s3://models/iris.onnx` is `<root>/iris.onnx`.
 *
 * @throws Error that says which URIs are understood.
 */
export function modelFile(storageUri: string, root: string): string {
  const inside = address.exec(storageUri)?.[2];
  if (!inside || posix.join('/', inside) !== `/${inside}`) {
    throw new Error(
      `spec.predictor.model.storageUri: expected s3://<bucket>/<path>, gs://<bucket>/<path> or pvc://<claim>/<path>, got ${storageUri}`,
    );
  }
  return join(root, inside);
}
