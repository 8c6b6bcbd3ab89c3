import type { Manifest, SourceFile } from './manifest';
import { parseManifests } from './parseManifests';
import { plain, quote } from './plainText';

/**
 * The one object of this kind in a file. Throws when there is none or, without a name, more than one, and says which there
 * are.
 */
export function findManifest(options: {
  source: SourceFile;
  kind: string;
  name?: string;
  namespace?: string;
}): Manifest {
  const { source, kind, name, namespace } = options;
  const all = parseManifests([source]).manifests.filter(
    each => each.kind === kind,
  );
  const found = all.filter(
    each =>
      (name === undefined || each.name === name) &&
      (namespace === undefined ||
        each.namespace === undefined ||
        each.namespace === namespace),
  );
  if (found.length === 1) return found[0];
  const file = plain(source.file);
  const names = all
    .slice(0, 5)
    .map(each => quote(each.name ?? ''))
    .join(', ');
  const wanted =
    name === undefined ? `no ${kind}` : `no ${kind} ${quote(name)}`;
  if (found.length === 0) {
    const others = all.length > 0 ? `; there is ${names}` : '';
    throw new Error(`${file} holds ${wanted}${others}`);
  }
  throw new Error(
    `${file} holds ${found.length} objects of kind ${kind}: say which one by its name, of ${names}`,
  );
}
