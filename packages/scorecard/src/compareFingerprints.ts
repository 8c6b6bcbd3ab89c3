import type { Comparison } from './comparisonSchema';
import type { Fingerprint } from './reportSchema';

/** Says nothing by itself: it changes with any other field, and when only a comment does. */
const digest = /^deployment(s\..+)?\.digest$/;
/** About the collecting, not about what was measured. */
const ignored = /^collectedBy$|^deployment(s\..+)?\.(source\.kind|ready)$/;

/** The fields in which two fingerprints differ, by name. That the manifest is another one is said when nothing else is. */
export function compareFingerprints(
  base: Fingerprint,
  candidate: Fingerprint,
): Comparison['changed'] {
  const [before, after] = [base, candidate].map(
    fingerprint => new Map(fieldsOf(fingerprint, '')),
  );
  const names = [...new Set([...before.keys(), ...after.keys()])].sort();
  const changed = names
    .filter(field => !ignored.test(field))
    .filter(field => before.get(field) !== after.get(field))
    .map(field => ({
      field,
      ...(before.has(field) && { base: before.get(field) }),
      ...(after.has(field) && { candidate: after.get(field) }),
    }));
  const told = changed.filter(({ field }) => !digest.test(field));
  return told.some(({ field }) => field.startsWith('deployment'))
    ? told
    : changed;
}

function fieldsOf(value: unknown, name: string): [string, string][] {
  if (value === undefined || value === null) return [];
  if (Array.isArray(value)) return [[name, value.map(String).join(', ')]];
  if (typeof value !== 'object') return [[name, String(value)]];
  return Object.entries(value).flatMap(([key, each]) =>
    fieldsOf(each, name === '' ? key : `${name}.${key}`),
  );
}
