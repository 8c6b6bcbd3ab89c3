import type { Range } from './Range';

/** Users are not spread evenly over pods: the pod that most of them meet has up to so many times its share. */
const uneven = 1.5;
/** What a repetition of the same run differs by, as a share. */
const repeats = 0.1;

/**
 * What the users of a closed loop will see with more pods. Users of one pod share its rate, so each waits by Little's law
 * `users of the pod ÷ rate of the pod`, and never less than a request takes alone. A pod is taken to be as quick as before.
 * Times in ms, rates a second.
 *
 * @public
 */
export function predictReplicas(options: {
  users: number;
  podsNow: number;
  pods: number;
  /** Of all pods, now. */
  throughput: number;
  /** The usual and the least latency of one user alone. */
  serviceMs: number;
  leastServiceMs: number;
  p99: number;
}): { p50: Range; p99: Range; throughput: Range } {
  const { users, podsNow, pods, throughput, serviceMs, p99 } = options;
  const ofPod = throughput / podsNow;
  const most = Math.min(users, Math.ceil((uneven * users) / pods));
  const slowest = Math.max(serviceMs, (1_000 * most) / ofPod);
  const lower = options.leastServiceMs * (1 - repeats);
  const p50 = { lower, upper: slowest * (1 + repeats) };
  const tail = Math.max(0, p99 - (1_000 * users) / throughput);
  return {
    p50,
    p99: { lower, upper: p50.upper + 2 * tail },
    throughput: {
      lower: (1_000 * users) / (p50.upper + tail),
      upper: Math.min(
        (1 + repeats) * ofPod * pods,
        (1_000 * users) / Math.max(lower, 0.1),
      ),
    },
  };
}
