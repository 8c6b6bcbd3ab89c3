import { ResponseError } from '@backstage/errors';
import { oneLine } from './oneLine';

/**
 * Asks the performance backend.
 *
 * @throws Error with the backend's own reason on one line, which is what a task shows
 */
export async function askPerformance<T>(
  question: () => Promise<T>,
): Promise<T> {
  try {
    return await question();
  } catch (error) {
    if (!(error instanceof ResponseError)) throw error;
    const reason = new Error(oneLine(error.cause.message));
    reason.name = error.cause.name;
    throw reason;
  }
}
