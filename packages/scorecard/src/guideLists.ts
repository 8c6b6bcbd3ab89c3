import type { Guide } from './guide';

/**
 * An item of one of the guide's lists and the checks that serve it.
 *
 * @public
 */
export interface GuideItem {
  item: string;
  /** Where its figure stands in {@link Guide}. */
  target: Exclude<
    keyof Guide,
    | 'latencyClasses'
    | 'load'
    | 'batching'
    | 'inferenceResources'
    | 'autoscaling'
  >;
  checkIds: readonly string[];
}

const latency = ['inference-latency-p99', 'llm-time-to-first-token'];
const storage = ['storage-object-throughput', 'storage-volume-throughput'];

/**
 * The guide's four lists, item by item: who works through the guide finds here which check answers for each.
 *
 * @public
 */
export const guideLists: Record<
  'checklist' | 'summary' | 'gpu' | 'benchmark',
  readonly GuideItem[]
> = {
  checklist: [
    {
      item: 'Inference P99 latency',
      target: 'unclassifiedP99',
      checkIds: latency,
    },
    {
      item: 'GPU utilization during training',
      target: 'gpuUtilization',
      checkIds: ['gpu-utilization'],
    },
    {
      item: 'Database query time',
      target: 'databaseQueryTime',
      checkIds: ['database-query-time'],
    },
    {
      item: 'Storage throughput matches workload needs',
      target: 'storageThroughput',
      checkIds: storage,
    },
    {
      item: 'No OOM errors in production',
      target: 'outOfMemory',
      checkIds: ['no-oom'],
    },
    {
      item: 'Autoscaling response',
      target: 'autoscalingReaction',
      checkIds: ['autoscaling-reaction'],
    },
    {
      item: 'Network latency between services',
      target: 'networkLatency',
      checkIds: ['network-latency'],
    },
    {
      item: 'Memory usage stable (no leaks)',
      target: 'memoryStable',
      checkIds: ['memory-stable'],
    },
  ],
  summary: [
    {
      item: 'Inference: P99 Latency',
      target: 'unclassifiedP99',
      checkIds: latency,
    },
    {
      item: 'Training: GPU Util',
      target: 'gpuUtilization',
      checkIds: ['gpu-utilization'],
    },
    {
      item: 'Database: Query Time',
      target: 'databaseQueryTime',
      checkIds: ['database-query-time'],
    },
    {
      item: 'Storage: Throughput',
      target: 'storageThroughput',
      checkIds: storage,
    },
    {
      item: 'Network: Latency',
      target: 'networkLatency',
      checkIds: ['network-latency'],
    },
  ],
  gpu: [
    {
      item: 'GPU Utilization',
      target: 'gpuUtilization',
      checkIds: ['gpu-utilization'],
    },
    {
      item: 'Memory Utilization',
      target: 'gpuMemory',
      checkIds: ['gpu-memory'],
    },
    { item: 'Power Draw', target: 'gpuPower', checkIds: ['gpu-power'] },
  ],
  benchmark: [
    {
      item: 'Requests/sec',
      target: 'throughput',
      checkIds: ['inference-throughput'],
    },
    { item: 'Latency (P99)', target: 'unclassifiedP99', checkIds: latency },
    {
      item: 'Error rate',
      target: 'errorRate',
      checkIds: ['inference-error-rate'],
    },
  ],
};
