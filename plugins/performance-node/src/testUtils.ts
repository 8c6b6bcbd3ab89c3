/**
 * Tests for authors of probes, to be called from a test file.
 *
 * @packageDocumentation
 */
export { describeProbe } from './describeProbe';
export type { ProbeFixture } from './describeProbe';
