const least = 50;
const greatest = 1_000;

/** How long a user waits, in ms, who found no connection so many times in a row: doubled each time, at most a second. */
export function refusalPause(refusals: number): number {
  return Math.min(greatest, least * 2 ** (refusals - 1));
}
