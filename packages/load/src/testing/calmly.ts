/** How often a machine may be too busy for a measurement before a test fails. */
const attempts = 6;

/**
 * Repeats what a busy machine can spoil until it comes out right, and returns the last outcome. What is wrong by itself is
 * wrong each time.
 */
export async function calmly<T>(
  attempt: () => Promise<T>,
  isRight: (outcome: T) => boolean,
): Promise<T> {
  let outcome = await attempt();
  for (let tried = 1; tried < attempts && !isRight(outcome); tried++) {
    outcome = await attempt();
  }
  return outcome;
}
