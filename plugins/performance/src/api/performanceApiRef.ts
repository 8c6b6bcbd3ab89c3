import { createApiRef } from '@backstage/core-plugin-api';
import type { PerformanceApi } from '@dynoscope/backstage-plugin-performance-common';

/**
 * The performance backend, as the pages of this plugin ask it.
 *
 * @public
 */
export const performanceApiRef = createApiRef<PerformanceApi>({
  id: 'plugin.performance.client',
});
