import { isPerformanceError, performanceError } from '../performanceError';
import { plainLine } from '../sources/plainLine';

/** Does what may refuse its input; a refusal becomes an error of the interface, in one short line. */
export function asInvalid<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (isPerformanceError(error)) throw error;
    throw performanceError(
      'invalid',
      plainLine((error as Error).message, 2000),
    );
  }
}
