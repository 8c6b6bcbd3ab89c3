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
    const known = 'shape' in schema ? Object.keys(schema.shape as {}) : [];
    return `Unknown field ${issue.keys
      .map(quote)
      .join(', ')} in the ${what}; allowed are ${known.map(quote).join(', ')}`;
  }
  return field
    ? `Field ${quote(field)} of the ${what}: ${issue.message}`
    : `The ${what}: ${issue.message}`;
}

function quote(text: string): string {
  return `"${text}"`;
}
