import { NotFoundError } from '@backstage/errors';

/** Says the same of what is not there and of what may not be seen. */
export function noExperiment(id: string): Error {
  return new NotFoundError(`There is no experiment ${id}`);
}
