import { plain } from './plainText';

const pattern =
  /^v?(\d{1,6})(?:\.(\d{1,6})(?:\.(\d{1,6}))?)?(?:[-+][\w.+-]*)?$/;

function partsOf(version: string): number[] {
  const [match, ...parts] = pattern.exec(version.trim()) ?? [];
  if (match === undefined) {
    throw new Error(
      `"${plain(version)}" is not a version: write it like 0.20 or v1.34.4`,
    );
  }
  return parts.map(part => Number(part ?? 0));
}

/**
 * Below 0 when the first release is older, above 0 when it is newer, else 0. A leading `v` and what follows the third
 * number do not count; a part left out is 0. Throws for what is no version.
 *
 * @public
 */
export function compareVersions(one: string, other: string): number {
  const theirs = partsOf(other);
  return partsOf(one)
    .map((part, index) => part - theirs[index])
    .reduce((difference, part) => difference || part, 0);
}
