import { isFields } from './fields';

const safe = /^[A-Za-z][A-Za-z0-9_./-]*$/;
const reserved = /^(y|n|yes|no|on|off|true|false|null)$/i;

/** A scalar on one line; a text that a reader could take for anything else stands in quotation marks. */
export function writeScalar(value: unknown, like = ''): string {
  if (typeof value !== 'string') return JSON.stringify(value ?? null);
  // eslint-disable-next-line no-control-regex
  if (like.startsWith("'") && !/['\u0000-\u001f\u007f-\uffff]/.test(value)) {
    return `'${value}'`;
  }
  const isPlain =
    !like.startsWith('"') && safe.test(value) && !reserved.test(value);
  return isPlain ? value : JSON.stringify(value);
}

/** A value in flow style, on one line. */
export function writeFlow(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(writeFlow).join(', ')}]`;
  if (!isFields(value)) return writeScalar(value);
  const entries = Object.entries(value).map(
    ([key, each]) => `${writeScalar(key)}: ${writeFlow(each)}`,
  );
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
}

/** Whether a value is a mapping or a list that holds something. */
export function isFilled(value: unknown): boolean {
  return (
    typeof value === 'object' && value !== null && Object.keys(value).length > 0
  );
}

/** A value in block style, without indentation of its own. */
export function writeBlock(value: unknown): string[] {
  if (!isFilled(value)) return [writeFlow(value)];
  const nested = (lines: string[]) => lines.map(line => `  ${line}`);
  if (Array.isArray(value)) {
    return value.flatMap(each => {
      const [first, ...others] = writeBlock(each);
      return [`- ${first}`, ...nested(others)];
    });
  }
  return Object.entries(value as object).flatMap(([key, each]) =>
    writeEntry(key, each),
  );
}

/** A key with its value in block style, without indentation of its own. */
export function writeEntry(key: string, value: unknown): string[] {
  const lines = writeBlock(value);
  const name = writeScalar(key);
  return isFilled(value)
    ? [`${name}:`, ...lines.map(line => `  ${line}`)]
    : [`${name}: ${lines[0]}`];
}
