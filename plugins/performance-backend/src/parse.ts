import type { z } from 'zod/v3';
import { performanceError } from './performanceError';

/**
 * Reads a request with its schema; a mistake becomes one error that names each field, what was wrong and what is allowed.
 *
 * @param what - Where the value comes from, such as `body` or `query`
 */
export function parse<T extends z.ZodTypeAny>(
  schema: T,
  value: unknown,
  what: string,
): z.output<T> {
  const result = schema.safeParse(value ?? {});
  if (result.success) return result.data;
  throw performanceError(
    'invalid',
    result.error.issues.map(issue => explain(issue, schema, what)).join('; '),
  );
}

function explain(issue: z.ZodIssue, schema: z.ZodTypeAny, what: string) {
  const field = issue.path.join('.');
  if (issue.code === 'unrecognized_keys') {
    const inside = field === '' ? '' : `${field}.`;
    const keys = issue.keys.map(key => quote(`${inside}${key}`)).join(', ');
    const known = fieldsAt(schema, issue.path).map(quote).join(', ');
    return `Unknown field ${keys} in the ${what}; allowed are ${known}`;
  }
  return field
    ? `Field ${quote(field)} of the ${what}: ${issue.message}`
    : `The ${what}: ${issue.message}`;
}

/** The fields of the object that a path leads to. */
function fieldsAt(schema: z.ZodTypeAny, path: (string | number)[]): string[] {
  const { schema: inner, innerType, type } = schema._def;
  if (inner ?? innerType) return fieldsAt(inner ?? innerType, path);
  const [key, ...rest] = path;
  if (typeof key === 'number') return type ? fieldsAt(type, rest) : [];
  const shape = 'shape' in schema ? (schema.shape as z.ZodRawShape) : {};
  if (key === undefined) return Object.keys(shape);
  return shape[key] ? fieldsAt(shape[key], rest) : [];
}

function quote(text: string): string {
  return `"${text}"`;
}
