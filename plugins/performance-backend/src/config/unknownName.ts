import { nearest } from './nearest';

/** What is wrong with a name that is not known, with the one that was likely meant. */
export function unknownName(
  path: string,
  name: string,
  known: readonly string[],
): string {
  const guess = nearest(name, known);
  const hint = guess === undefined ? '' : `, did you mean "${guess}"?`;
  const all = known.length > 0 ? known.join(', ') : 'none';
  return `${path}: there is no "${name}"${hint} (known: ${all})`;
}
