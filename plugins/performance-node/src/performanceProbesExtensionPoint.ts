import { createExtensionPoint } from '@backstage/backend-plugin-api';
import type { Probe } from './probe';

/**
 * Adds probes, with exactly what the built-in ones use.
 *
 * @public
 */
export interface PerformanceProbesExtensionPoint {
  /**
   * Adds probes. The start of the backend fails when an id is taken, or when a metric is defined differently elsewhere.
   */
  addProbe(...probes: Probe[]): void;
}

/**
 * The extension point for probes.
 *
 * @public
 */
export const performanceProbesExtensionPoint =
  createExtensionPoint<PerformanceProbesExtensionPoint>({
    id: 'performance.probes',
  });
