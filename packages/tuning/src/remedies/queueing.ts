import { slotsOf } from '../advisor/adviseReplicas';
import type { SubjectFacts } from './SubjectFacts';

/** A loaded latency this many times that of one user is waiting more than it is work. */
const waitsFrom = 1.5;

/** A service whose requests wait for each other, by Little's law. Times in ms. */
export interface Queue {
  users: number;
  p50: { value: number; lower: number; upper: number };
  p99: number;
  throughput: number;
  serviceMs: number;
  leastServiceMs: number;
  /** Requests that a pod works on at a time. */
  slots: number;
}

/** Whether requests wait in a queue, beside a batcher's wait; `undefined` where it cannot be told. */
export function isQueueing({
  p50,
  unloaded,
}: SubjectFacts): boolean | undefined {
  if (!p50 || !unloaded) return undefined;
  return p50.value >= waitsFrom * unloaded.p50;
}

/** The queue in front of a service, where there is one and all of it was measured. */
export function queueOf(facts: SubjectFacts): Queue | undefined {
  const { users, p50, p99, throughput, unloaded, pods } = facts;
  if (!isQueueing(facts) || !users || !p99 || !throughput) return undefined;
  const serviceMs = unloaded!.p50;
  return {
    users,
    p50: p50!,
    p99: p99.value,
    throughput,
    serviceMs,
    leastServiceMs: unloaded!.least ?? 0,
    slots: slotsOf({ throughput, serviceMs, pods }),
  };
}
