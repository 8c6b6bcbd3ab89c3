import { isScalar } from 'yaml';

/** The name that a key of a mapping stands for, or `undefined` where the key is no plain value. */
export function keyText(key: unknown): string | undefined {
  if (!isScalar(key)) return undefined;
  if (typeof key.value === 'symbol') return key.value.description;
  return key.value === null ? '' : String(key.value);
}
