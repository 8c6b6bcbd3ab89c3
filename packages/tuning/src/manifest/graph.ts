import { isInferenceService } from './inferenceService';
import { selects } from './labelSelector';
import type { Manifest, ManifestSet } from './manifest';
import { type Pods, podsOf } from './podsOf';

/**
 * How the objects of some files relate: what refers to what, and what selects which pods.
 *
 * @public
 */
export interface ManifestGraph {
  /** Every pod that the objects bring. */
  pods: readonly Pods[];
  inferenceServices: readonly Manifest[];
  /** The object of this kind and name that `from`, in its namespace, refers to. */
  target(
    from: Manifest,
    reference: { kind: string; name: string },
  ): Manifest | undefined;
  /** The pods beside `from`, in its namespace, that a label selector takes. */
  selected(from: Manifest, selector: unknown): Pods[];
}

/** Whether two objects can be in one namespace; an object without one goes where it is applied. */
export function shareNamespace(one: Manifest, other: Manifest): boolean {
  return (
    one.namespace === undefined ||
    other.namespace === undefined ||
    one.namespace === other.namespace
  );
}

/** Lays out how the objects of a set relate. */
export function createGraph(set: ManifestSet): ManifestGraph {
  const byName = new Map<string, Manifest[]>();
  for (const manifest of set.manifests) {
    const key = `${manifest.kind}/${manifest.name}`;
    byName.set(key, [...(byName.get(key) ?? []), manifest]);
  }
  const pods = set.manifests.flatMap(podsOf);
  return {
    pods,
    inferenceServices: set.manifests.filter(isInferenceService),
    target: (from, { kind, name }) =>
      byName
        .get(`${kind}/${name}`)
        ?.find(manifest => shareNamespace(from, manifest)),
    selected: (from, selector) =>
      pods.filter(
        ({ owner, labels }) =>
          shareNamespace(from, owner) && selects(selector, labels),
      ),
  };
}
