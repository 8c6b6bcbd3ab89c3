import type { Target } from './schema';

/**
 * A target of the guide and where it stands.
 *
 * @public
 */
export interface GuideTarget {
  target: Target;
  /** Section of the guide. */
  section: string;
  /** Row or item there. */
  row: string;
  /** Set where the figure is Dynoscope's, since the guide gives none: the reason for it. */
  ours?: string;
}

/**
 * A class of models with latency targets of their own.
 *
 * @public
 */
export type LatencyClass = 'small' | 'medium' | 'large' | 'llm';

/**
 * The latency targets of one class.
 *
 * @public
 */
export interface GuideLatencyClass {
  title: string;
  /** The class holds models smaller than this; the last one by size has no end, and that of language models no size. */
  belowBytes?: number;
  p50: GuideTarget;
  p99: GuideTarget;
  notes: string;
}

/**
 * Every target and default of the Performance Tuning Guide that Dynoscope uses.
 *
 * @public
 */
export interface Guide {
  latencyClasses: Record<LatencyClass, GuideLatencyClass>;
  /** P99 where no class is known. */
  unclassifiedP99: GuideTarget;
  throughput: GuideTarget;
  errorRate: GuideTarget;
  gpuUtilization: GuideTarget;
  gpuMemory: GuideTarget;
  gpuPower: GuideTarget;
  trainingThroughput: GuideTarget;
  databaseQueryTime: GuideTarget;
  databaseIndexes: GuideTarget;
  databaseSettings: GuideTarget;
  databaseConnections: GuideTarget;
  databaseStatistics: GuideTarget;
  storageThroughput: GuideTarget;
  networkLatency: GuideTarget;
  autoscalingReaction: GuideTarget;
  outOfMemory: GuideTarget & { days: number };
  memoryStable: GuideTarget;
  /** Guide, Inference Benchmarking. */
  load: { users: number; seconds: number; method: 'POST' };
  /** Guide, Batching Configuration. */
  batching: { size: number; waitMs: number };
  /** Guide, Resource Allocation: quantities of Kubernetes. */
  inferenceResources: {
    requests: { cpu: string; memory: string };
    limits: { cpu: string; memory: string };
  };
  /** Guide, Autoscaling Configuration. */
  autoscaling: {
    minReplicas: number;
    maxReplicas: number;
    cpuUtilization: number;
    requestsPerSecond: number;
  };
}

const latencyTargets = (row: string, p50: number, p99: number) => ({
  p50: { target: { below: p50 }, section: 'Latency Targets', row },
  p99: { target: { below: p99 }, section: 'Latency Targets', row },
});

const noFindings = (section: string, row: string): GuideTarget => ({
  target: { none: 'findings' },
  section,
  row,
});

/**
 * The guide. No other file holds one of its figures.
 *
 * @public
 */
export const guide: Guide = {
  latencyClasses: {
    small: {
      title: 'Small',
      belowBytes: 100e6,
      ...latencyTargets('Small', 50, 100),
      notes: 'CPU-optimized',
    },
    medium: {
      title: 'Medium',
      belowBytes: 1e9,
      ...latencyTargets('Medium', 100, 200),
      notes: 'Consider GPU',
    },
    large: {
      title: 'Large',
      ...latencyTargets('Large', 200, 500),
      notes: 'GPU recommended',
    },
    llm: {
      title: 'LLM',
      ...latencyTargets('LLM/Transformers', 500, 2_000),
      notes: 'GPU required',
    },
  },
  unclassifiedP99: {
    target: { below: 500 },
    section: 'Performance Checklist',
    row: 'Inference P99 latency',
  },
  throughput: {
    target: { above: 100 },
    section: 'Inference Benchmarking',
    row: 'Requests/sec',
  },
  errorRate: {
    target: { below: 0.1 },
    section: 'Inference Benchmarking',
    row: 'Error rate',
  },
  gpuUtilization: {
    target: { above: 80 },
    section: 'GPU Utilization',
    row: 'GPU Utilization',
  },
  gpuMemory: {
    target: { within: [60, 90] },
    section: 'GPU Utilization',
    row: 'Memory Utilization',
  },
  gpuPower: {
    target: { atLeast: 80 },
    section: 'GPU Utilization',
    row: 'Power Draw',
    ours: 'the guide says "near" and names no figure',
  },
  trainingThroughput: {
    target: { ofBaseline: 0.95 },
    section: 'Training Benchmark',
    row: 'Training throughput',
    ours: 'the guide measures it and names no target',
  },
  databaseQueryTime: {
    target: { below: 100 },
    section: 'Performance Checklist',
    row: 'Database query time',
  },
  databaseIndexes: noFindings(
    'Query Optimization',
    'Create indexes for common MLflow queries',
  ),
  databaseSettings: noFindings(
    'Key PostgreSQL Parameters',
    'Recommended settings for MLOps workloads',
  ),
  databaseConnections: noFindings(
    'Connection Pooling',
    'Connection pool settings',
  ),
  databaseStatistics: noFindings(
    'Query Optimization',
    'Analyze tables regularly',
  ),
  storageThroughput: {
    target: { above: 100 },
    section: 'Summary',
    row: 'Storage throughput',
  },
  networkLatency: {
    target: { below: 10 },
    section: 'Performance Checklist',
    row: 'Network latency between services',
  },
  autoscalingReaction: {
    target: { atMost: 30 },
    section: 'Performance Checklist',
    row: 'Autoscaling response',
  },
  outOfMemory: {
    target: { atMost: 0 },
    section: 'Performance Checklist',
    row: 'No OOM errors in production',
    days: 7,
    ours: 'the guide names no period to look back',
  },
  memoryStable: {
    target: { none: 'leak' },
    section: 'Performance Checklist',
    row: 'Memory usage stable (no leaks)',
  },
  load: { users: 10, seconds: 60, method: 'POST' },
  batching: { size: 32, waitMs: 100 },
  inferenceResources: {
    requests: { cpu: '500m', memory: '1Gi' },
    limits: { cpu: '2', memory: '4Gi' },
  },
  autoscaling: {
    minReplicas: 2,
    maxReplicas: 10,
    cpuUtilization: 70,
    requestsPerSecond: 100,
  },
};
