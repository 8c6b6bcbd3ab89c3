import { spare } from './adviseBatching';

/**
 * Whole CPUs with which a latency that is all computation would meet its target with a tenth to spare.
 *
 * @public
 */
export function adviseCpuLimit(options: {
  /** CPUs now. */
  limit: number;
  /** ms. */
  latency: number;
  /** ms. */
  target: number;
}): number {
  const { limit, latency, target } = options;
  const needed = (limit * latency) / (spare * target);
  return Math.max(Math.floor(limit) + 1, Math.ceil(needed - 1e-9));
}
