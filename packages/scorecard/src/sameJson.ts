/** Whether two JSON values are the same, whatever the order of their keys. */
export function sameJson(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object') return a === b;
  if (a === null || b === null || Array.isArray(a) !== Array.isArray(b)) {
    return a === b;
  }
  const [left, right] = [a, b].map(value =>
    Object.entries(value).filter(([, each]) => each !== undefined),
  );
  return (
    left.length === right.length &&
    left.every(
      ([key, value]) =>
        key in b && sameJson(value, (b as Record<string, unknown>)[key]),
    )
  );
}
