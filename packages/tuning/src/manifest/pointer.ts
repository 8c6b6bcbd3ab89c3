/** The segments of a JSON pointer (RFC 6901); throws for what is none. */
export function parsePointer(pointer: string): string[] {
  if (pointer === '') return [];
  if (!pointer.startsWith('/') || /~(?![01])/.test(pointer)) {
    throw new Error(
      'A path is not a JSON pointer: it starts with "/", and "~" is written "~0", "/" inside a name "~1"',
    );
  }
  return pointer
    .slice(1)
    .split('/')
    .map(segment => segment.replace(/~1/g, '/').replace(/~0/g, '~'));
}

/**
 * The JSON pointer (RFC 6901) of these names and indices.
 *
 * @public
 */
export function pointerOf(...segments: (string | number)[]): string {
  return segments
    .map(each => `/${String(each).replace(/~/g, '~0').replace(/\//g, '~1')}`)
    .join('');
}

/** The index that a segment names in a list of this length; `-` is the end of the list. */
export function indexOf(segment: string, length: number): number | undefined {
  if (segment === '-') return length;
  return /^(0|[1-9]\d{0,8})$/.test(segment) ? Number(segment) : undefined;
}
