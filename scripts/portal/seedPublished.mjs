import fs from 'node:fs';
import path from 'node:path';

/**
 * Puts the manifests of the demo into the published folder where they are
 * missing: what somebody has changed there since is left as it is.
 *
 * @param options `examples`, the folder with the manifests; `published`; and
 *   the names of the `services`
 */
export function seedPublished({ examples, published, services }) {
  for (const name of services) {
    const folder = path.join(published, name);
    const file = path.join(folder, 'inference-service.yaml');
    fs.mkdirSync(folder, { recursive: true });
    if (fs.existsSync(file)) continue;
    fs.copyFileSync(path.join(examples, `${name}.yaml`), file);
  }
}
