/** A mapping of a manifest as a plain object. */
export type Fields = Record<string, unknown>;

/** Whether a value of a manifest is a mapping. */
export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value at a path of own fields and indices, or `undefined`; a `null` counts as absent, as Kubernetes reads it. */
export function fieldOf(
  object: unknown,
  ...path: (string | number)[]
): unknown {
  let value = object;
  for (const segment of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    if (!Object.hasOwn(value, segment)) return undefined;
    value = (value as Fields)[segment];
  }
  return value ?? undefined;
}

/** The mapping at a path, or an empty one. */
export function fieldsOf(
  object: unknown,
  ...path: (string | number)[]
): Fields {
  const value = fieldOf(object, ...path);
  return isFields(value) ? value : {};
}

/** The list at a path, or an empty one. */
export function listOf(
  object: unknown,
  ...path: (string | number)[]
): unknown[] {
  const value = fieldOf(object, ...path);
  return Array.isArray(value) ? value : [];
}

/** The text at a path, or `undefined`. */
export function textOf(
  object: unknown,
  ...path: (string | number)[]
): string | undefined {
  const value = fieldOf(object, ...path);
  return typeof value === 'string' ? value : undefined;
}
