/** Version of the report that this page reads. */
export const knownVersion = 1;

const lists = [
  'outcomes',
  'measurements',
  'evidence',
  'commands',
  'notes',
] as const;
const records = ['run', 'plan', 'fingerprint', 'score'] as const;

/** Whether a document is a report that this page can draw, a newer one, or something else. */
export function readability(
  document: unknown,
): 'readable' | 'newer' | 'malformed' {
  if (typeof document !== 'object' || document === null) return 'malformed';
  const fields = document as Record<string, unknown>;
  const { schemaVersion } = fields;
  if (typeof schemaVersion === 'number' && schemaVersion > knownVersion) {
    return 'newer';
  }
  const isWhole =
    schemaVersion === knownVersion &&
    lists.every(name => Array.isArray(fields[name])) &&
    records.every(
      name => typeof fields[name] === 'object' && fields[name] !== null,
    );
  return isWhole ? 'readable' : 'malformed';
}
