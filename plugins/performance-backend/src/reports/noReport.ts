import { NotFoundError } from '@backstage/errors';

/** The same words for a report that does not exist and one that may not be seen. */
export function noReport(id: string): Error {
  return new NotFoundError(`There is no report ${id}`);
}
