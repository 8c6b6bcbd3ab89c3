/**
 * What plugins and modules need to add probes and checks to the performance plugin.
 *
 * @packageDocumentation
 */
export { performanceChecksExtensionPoint } from './performanceChecksExtensionPoint';
export type { PerformanceChecksExtensionPoint } from './performanceChecksExtensionPoint';
export { performanceProbesExtensionPoint } from './performanceProbesExtensionPoint';
export type { PerformanceProbesExtensionPoint } from './performanceProbesExtensionPoint';
export { PublishFolder } from './PublishFolder';
export type { PublishedFile } from './PublishFolder';
export { performanceServiceRef } from './performanceServiceRef';
export type { PerformanceService } from './performanceServiceRef';
export type {
  DiscoveryContext,
  Limits,
  Probe,
  ProbeContext,
  ResolvedAddress,
  Subject,
} from './probe';
