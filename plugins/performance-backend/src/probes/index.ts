import type { Probe } from '@dynoscope/backstage-plugin-performance-node';
import type { PerformanceConfig } from '../config';
import type { Deployments } from '../sources/deployments';
import { createInferenceProbe } from './inference';

/** The probes that come with the plugin. */
export function createBuiltInProbes(
  config: PerformanceConfig,
  options: { deployments: Deployments },
): Probe[] {
  return [createInferenceProbe(config, options)];
}
