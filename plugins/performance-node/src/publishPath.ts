import { InputError } from '@backstage/errors';

const segment = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/;
const mostSegments = 8;

/**
 * The segments of a relative path that may be published: plain names, so nothing leads out of the root, into a hidden
 * folder, or means something else on another system.
 *
 * @throws InputError that says what is allowed.
 */
export function publishPath(path: string, field: string): string[] {
  const segments = path.split('/');
  if (
    segments.length > mostSegments ||
    segments.some(name => !segment.test(name) || name.endsWith('.'))
  ) {
    throw new InputError(
      `${field}: expected at most ${mostSegments} names joined by /, each of letters, digits, dots, hyphens and underscores, a letter or digit first, got ${JSON.stringify(
        path.slice(0, 100),
      )}`,
    );
  }
  return segments;
}
