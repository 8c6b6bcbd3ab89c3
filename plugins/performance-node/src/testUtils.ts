/**
 * Tests for authors of probes, to be called from a test file.
 *
 * @packageDocumentation
 */
export { describeProbe } from './describeProbe';
export type { ProbeFixture } from './describeProbe';
export type {
  DiscoveryContext,
  Limits,
  Probe,
  ProbeContext,
  ResolvedAddress,
  Subject,
} from './probe';
