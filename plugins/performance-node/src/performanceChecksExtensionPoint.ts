import { createExtensionPoint } from '@backstage/backend-plugin-api';
import type { Check } from '@dynoscope/scorecard';

/**
 * Adds checks, with exactly what the built-in ones use.
 *
 * @public
 */
export interface PerformanceChecksExtensionPoint {
  /**
   * Adds checks. The start of the backend fails when an id is taken, or when a check names a metric that nobody measures.
   */
  addCheck(...checks: Check[]): void;
}

/**
 * The extension point for checks.
 *
 * @public
 */
export const performanceChecksExtensionPoint =
  createExtensionPoint<PerformanceChecksExtensionPoint>({
    id: 'performance.checks',
  });
