import { setTimeout as delay } from 'node:timers/promises';

/**
 * Asks four times a second until the answer is as wanted, and gives that answer.
 *
 * @param what what is waited for, for the error
 */
export async function until(what, ask, holds, seconds = 60) {
  const deadline = Date.now() + seconds * 1000;
  for (;;) {
    const answer = await ask();
    if (holds(answer)) return answer;
    if (Date.now() > deadline) {
      throw new Error(
        `${what}: not as expected after ${seconds} s: ${JSON.stringify(
          answer,
        )?.slice(0, 2000)}`,
      );
    }
    await delay(250);
  }
}
