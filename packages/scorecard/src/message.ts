import type { Message } from './schema';

/**
 * A text with its id and parameters, so that it can be told in another language: `{name}` in the English template stands
 * for a parameter.
 *
 * @public
 */
export function message(
  id: string,
  template: string,
  params: Record<string, string | number> = {},
): Message {
  const text = template.replace(/\{(\w+)\}/g, (placeholder, name: string) =>
    name in params ? String(params[name]) : placeholder,
  );
  return Object.keys(params).length > 0 ? { id, params, text } : { id, text };
}
