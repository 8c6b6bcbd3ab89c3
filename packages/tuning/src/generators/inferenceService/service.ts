import type { Input, LatencyClass } from '@dynoscope/scorecard';
import type { WorkedValue } from '../workedValue';
import type { autoscalingForms, InferenceServiceOptions } from './options';

/** Replicas, and what is assumed of the load. */
export interface Replicas {
  minReplicas: WorkedValue;
  maxReplicas: WorkedValue;
}

/** What the batcher collects and how long it waits. */
export interface Batching {
  maxBatchSize: WorkedValue;
  maxLatency: WorkedValue;
}

/** What scales the service. */
export interface Scaling {
  form: (typeof autoscalingForms)[number];
  cpuUtilization: WorkedValue;
  /** Requests a second and replica, where they can be counted. */
  requests?: { target: WorkedValue; query: string; serverAddress: string };
}

/** The options with every gap filled, which the objects are made from. */
export interface Service {
  options: InferenceServiceOptions;
  name: string;
  namespace: string;
  latencyClass: LatencyClass;
  profile: 'cpu' | 'gpu';
  modelFormat: string;
  protocolVersion: 'v1' | 'v2';
  storageUri: string;
  /** KServe 0.16 renamed the deployment modes and added `autoScaling.behavior`. */
  isBefore016: boolean;
  replicas: Replicas;
  scaling: Scaling;
  batching?: Batching;
  resources: {
    requests: { cpu: string; memory: string };
    limits: { cpu: string; memory: string };
  };
  disruptionBudget: boolean;
  inputs: Input[];
  warnings: string[];
  placeholders: string[];
}
