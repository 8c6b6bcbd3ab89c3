import { NotFoundError } from '@backstage/errors';

/** The same words for a plan that does not exist and one that may not be seen. */
export function noPlan(id: string): Error {
  return new NotFoundError(`There is no plan ${id}; make a new one`);
}
