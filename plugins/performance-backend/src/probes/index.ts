import type { Probe } from '@dynoscope/backstage-plugin-performance-node';
import type { PerformanceConfig } from '../config';
import { createInferenceProbe } from './inference';

/** The probes that come with the plugin. */
export function createBuiltInProbes(config: PerformanceConfig): Probe[] {
  return [createInferenceProbe(config)];
}
