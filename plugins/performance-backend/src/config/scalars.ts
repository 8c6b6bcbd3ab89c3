import { z } from 'zod/v3';

/** Environment substitution turns every scalar to text, so numbers and booleans are also taken from their text. */
export function numberSchema(options: {
  least?: number;
  integer?: boolean;
  above?: number;
}) {
  const { least = -Infinity, integer = false, above = -Infinity } = options;
  const kind = integer ? 'a whole number' : 'a number';
  const from = Number.isFinite(least) ? ` of at least ${least}` : '';
  const over = Number.isFinite(above) ? ` above ${above}` : '';
  const message = `must be ${kind}${from}${over}`;
  return z.preprocess(
    value =>
      typeof value === 'string' && /^\d+(\.\d+)?$/.test(value)
        ? Number(value)
        : value,
    z
      .number({ invalid_type_error: message, required_error: message })
      .finite(message)
      .refine(
        value =>
          value >= least &&
          value > above &&
          (!integer || Number.isSafeInteger(value)),
        message,
      ),
  );
}

export const booleanSchema = z.preprocess(value => {
  if (value === 'true') return true;
  if (value === 'false') return false;
  return value;
}, z.boolean({ invalid_type_error: 'must be true or false' }));

/** One value or a list of them. */
export function listSchema<T extends z.ZodTypeAny>(item: T) {
  return z.preprocess(
    value => (value === undefined || Array.isArray(value) ? value : [value]),
    z.array(item),
  );
}
