import { randomUUID } from 'node:crypto';
import { UsageError } from '../UsageError';

const secretNames =
  /^(authorization|proxy-authorization|cookie|.*(token|secret|api-?key).*)$/i;

/**
 * Reads `Name: value` lines. Of lines that name the same header the last one counts, as in hey. Secret ones are kept apart
 * from the plan, so that no document holds them. Each run of ours names itself in `x-dynoscope-run`.
 *
 * @throws UsageError that shows how a header is written.
 */
export function readHeaders(
  lines: readonly string[],
  contentType?: string,
): {
  headers: Record<string, string>;
  secretHeaders: Record<string, string>;
} {
  const byName = new Map<string, [name: string, value: string]>();
  const set = (name: string, value: string) =>
    byName.set(name.toLowerCase(), [name, value]);
  set('x-dynoscope-run', `cli-${randomUUID()}`);
  if (contentType !== undefined) set('Content-Type', contentType);
  for (const line of lines) {
    const colon = line.indexOf(':');
    if (colon < 1) {
      // It may be half a secret, so it is not shown.
      throw new UsageError("-H: no header; write 'Name: value'.");
    }
    set(line.slice(0, colon).trim(), line.slice(colon + 1).trim());
  }
  const all = [...byName.values()];
  const isSecret = ([name]: [string, string]) => secretNames.test(name);
  return {
    headers: Object.fromEntries(all.filter(header => !isSecret(header))),
    secretHeaders: Object.fromEntries(all.filter(isSecret)),
  };
}
