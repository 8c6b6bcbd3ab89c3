import { z } from 'zod/v3';
import { nearest } from './nearest';

/** A part of the configuration in which an unknown key is an error that names the right spelling. */
export function section<T extends z.ZodRawShape>(shape: T) {
  const known = Object.keys(shape);
  return z
    .object(shape, {
      errorMap: (issue, context) => {
        if (issue.code === z.ZodIssueCode.unrecognized_keys) {
          return { message: explainUnknown(issue.keys, known) };
        }
        if (issue.code === z.ZodIssueCode.invalid_type) {
          return { message: `must be a map of ${known.join(', ')}` };
        }
        return { message: context.defaultError };
      },
    })
    .strict();
}

function explainUnknown(keys: string[], known: string[]): string {
  const unknown = keys.map(key => {
    const guess = nearest(key, known);
    return guess === undefined
      ? `unknown key "${key}"`
      : `unknown key "${key}", did you mean "${guess}"?`;
  });
  return `${unknown.join('; ')} (known keys: ${known.join(', ')})`;
}
