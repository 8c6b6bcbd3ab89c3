/**
 * A whole number that somebody chose in place of the computed one.
 *
 * @throws Error that names the option, what it was and what is allowed.
 */
export function readOption(
  options: Readonly<Record<string, unknown>>,
  name: string,
  computed: number,
  allowed: { least: number; most: number },
): { value: number; source: 'yours' | 'measured' } {
  const given = Object.hasOwn(options, name) ? options[name] : undefined;
  if (given === undefined) return { value: computed, source: 'measured' };
  const { least, most } = allowed;
  if (
    typeof given !== 'number' ||
    !Number.isInteger(given) ||
    given < least ||
    given > most
  ) {
    throw new Error(
      `options.${name}: expected a whole number from ${least} to ${most}, got ${shown(
        given,
      )}`,
    );
  }
  return { value: given, source: 'yours' };
}

/** What was given, short enough for a message and without what could steer a terminal. */
function shown(value: unknown): string {
  const text =
    typeof value === 'string' ? JSON.stringify(value) : String(value);
  // eslint-disable-next-line no-control-regex
  const plain = text.replace(/[\u0000-\u001f\u007f-\u009f\u2028-\u202e]/g, '');
  return plain.length > 60 ? `${plain.slice(0, 60)}…` : plain;
}
