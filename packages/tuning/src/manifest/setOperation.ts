import type { Operation } from './manifest';
import { isFields } from './fields';
import { parsePointer, pointerOf } from './pointer';

/**
 * The step that sets a field, and makes the mappings above it that do not exist; `undefined` takes the field out. A `null`
 * on the way counts as absent, as Kubernetes reads it.
 */
export function setOperation(
  object: unknown,
  path: string,
  value: unknown,
): Operation {
  if (value === undefined) return { op: 'remove', path };
  const segments = parsePointer(path);
  let parent = object;
  for (let depth = 0; depth < segments.length - 1; depth += 1) {
    const key = segments[depth];
    const next: unknown =
      typeof parent === 'object' &&
      parent !== null &&
      Object.hasOwn(parent, key)
        ? (parent as Record<string, unknown>)[key]
        : undefined;
    if (next === undefined || next === null) {
      const nested = segments
        .slice(depth + 1)
        .reduceRight<unknown>((inner, each) => ({ [each]: inner }), value);
      const at = pointerOf(...segments.slice(0, depth + 1));
      return { op: 'add', path: at, value: nested };
    }
    parent = next;
  }
  const key = segments[segments.length - 1];
  const exists = isFields(parent) && Object.hasOwn(parent, key);
  return { op: exists ? 'replace' : 'add', path, value };
}
