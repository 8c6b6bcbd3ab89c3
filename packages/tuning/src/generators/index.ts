import type { Generator } from './generator';
import { inferenceServiceGenerator } from './inferenceServiceGenerator';

/**
 * Every generator, in the order in which they are listed.
 *
 * @public
 */
export const generators: readonly Generator<any>[] = [
  inferenceServiceGenerator,
];
