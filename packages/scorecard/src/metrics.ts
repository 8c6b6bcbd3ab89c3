import type { MetricInfo } from './wire';

/**
 * What the built-in checks judge. A probe of somebody else may emit these or others of its own.
 *
 * @public
 */
export const metrics = [
  { id: 'inference.latency', title: 'Latency', unit: 'ms', better: 'lower' },
  {
    id: 'inference.error_rate',
    title: 'Error rate',
    unit: '%',
    better: 'lower',
  },
  {
    id: 'inference.capacity',
    title: 'Throughput',
    unit: '1/s',
    better: 'higher',
  },
  {
    id: 'inference.unloaded_latency',
    title: 'Latency of one user',
    unit: 'ms',
    better: 'lower',
  },
  {
    id: 'inference.ttft',
    title: 'Time to first token',
    unit: 'ms',
    better: 'lower',
  },
  {
    id: 'gpu.utilization',
    title: 'GPU utilisation',
    unit: '%',
    better: 'higher',
  },
  {
    id: 'gpu.memory_used',
    title: 'GPU memory used',
    unit: '%',
    better: 'within',
  },
  { id: 'gpu.power', title: 'GPU power', unit: '%', better: 'higher' },
  {
    id: 'training.throughput',
    title: 'Training throughput',
    unit: 'samples/s',
    better: 'higher',
  },
  {
    id: 'database.query_time',
    title: 'Query time',
    unit: 'ms',
    better: 'lower',
  },
  {
    id: 'storage.object_download',
    title: 'Object storage download',
    unit: 'MB/s',
    better: 'higher',
  },
  {
    id: 'storage.object_upload',
    title: 'Object storage upload',
    unit: 'MB/s',
    better: 'higher',
  },
  {
    id: 'storage.volume_read',
    title: 'Volume read',
    unit: 'MB/s',
    better: 'higher',
  },
  {
    id: 'storage.volume_write',
    title: 'Volume write',
    unit: 'MB/s',
    better: 'higher',
  },
  {
    id: 'network.connect_time',
    title: 'Connect time',
    unit: 'ms',
    better: 'lower',
  },
  {
    id: 'autoscaling.decision_time',
    title: 'Autoscaling decision time',
    unit: 's',
    better: 'lower',
  },
  {
    id: 'memory.oom_kills',
    title: 'Out-of-memory kills',
    unit: '1',
    better: 'lower',
  },
  {
    id: 'memory.growth',
    title: 'Memory growth',
    unit: 'bytes/h',
    better: 'lower',
  },
] as const satisfies readonly MetricInfo[];

/**
 * Id of a built-in metric.
 *
 * @public
 */
export type MetricId = (typeof metrics)[number]['id'];
