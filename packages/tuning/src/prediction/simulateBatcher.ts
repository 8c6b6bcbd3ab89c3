import { quantile } from '@dynoscope/statistics';

/**
 * What KServe's batching agent does to the users of a closed loop, request by request and without chance: one batch after
 * another, closed when it holds `maxBatchSize` instances or `maxLatency` ms after its first request was picked up
 * (`pkg/batcher/handler.go` of KServe 0.20).
 *
 * @returns latencies in ms and the rate of answers a second, once the loop has settled
 * @public
 */
export function simulateBatcher(options: {
  users: number;
  /** Instances, which are rows, of each request. */
  instances: number;
  batcher: { maxBatchSize: number; maxLatency: number };
  /** How long the model takes for a batch of so many instances, in ms. */
  predictMs(instances: number): number;
  /** From an answer to the user's next request, in ms. */
  turnaroundMs?: number;
  /** By how much each answer of a batch is later than the one before, in ms. */
  gapMs?: number;
  batches?: number;
}): { p50: number; p99: number; throughput: number } {
  const { users, instances, batcher, predictMs } = options;
  const { turnaroundMs = 0, gapMs = 0, batches = 400 } = options;
  let waiting = Array.from({ length: users }, (_, user) => user * gapMs);
  const answered: { at: number; latency: number }[] = [];
  const settled = Math.floor(batches / 4);
  let free = 0;
  let startedAt = 0;
  for (let batch = 0; batch < batches; batch++) {
    waiting.sort((a, b) => a - b);
    const pickedUp = Math.max(free, waiting[0]);
    const most = Math.ceil(batcher.maxBatchSize / instances);
    const intime = waiting.filter(at => at <= pickedUp + batcher.maxLatency);
    const taken = intime.slice(0, most);
    const closed =
      taken.length === most
        ? Math.max(pickedUp, taken[most - 1])
        : pickedUp + batcher.maxLatency;
    const ended = closed + predictMs(taken.length * instances);
    if (batch === settled) startedAt = ended;
    const answers = taken.map((at, index) => ({
      at: ended + index * gapMs,
      latency: ended + index * gapMs - at,
    }));
    if (batch > settled) answered.push(...answers);
    const again = answers.map(({ at }) => at + turnaroundMs);
    waiting = [...waiting.slice(taken.length), ...again];
    free = ended;
  }
  const latencies = answered
    .map(({ latency }) => latency)
    .sort((a, b) => a - b);
  return {
    p50: quantile(latencies, 0.5)!,
    p99: quantile(latencies, 0.99)!,
    throughput: (1_000 * answered.length) / (free - startedAt),
  };
}
