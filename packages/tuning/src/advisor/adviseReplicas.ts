import { guide } from '@dynoscope/scorecard';

/** How busy pods may be before the wait grows quickly: the share at which the guide adds one. */
export const busyAtMost = guide.autoscaling.cpuUtilization / 100;

/**
 * Pods for a rate, by Little's law: `rate × service` requests are at work at a time, and a pod has so many slots, of which
 * the share at the knee may be busy.
 *
 * @public
 */
export function adviseReplicas(options: {
  /** Requests a second. */
  rate: number;
  /** How long the model works on one, ms. */
  serviceMs: number;
  /** Requests that one pod works on at a time. */
  slots: number;
}): number {
  const { rate, serviceMs, slots } = options;
  return Math.ceil((rate * serviceMs) / 1_000 / (slots * busyAtMost) - 1e-9);
}

/**
 * Requests that a pod works on at a time when it is as busy as it can be, by Little's law: the rate of one pod times the
 * time that a request takes where nothing waits. Never below one.
 *
 * @public
 */
export function slotsOf(options: {
  /** Answers a second of all pods. */
  throughput: number;
  serviceMs: number;
  pods: number;
}): number {
  const { throughput, serviceMs, pods } = options;
  return Math.max(1, (throughput * serviceMs) / 1_000 / pods);
}
