import { latencyClasses } from '@dynoscope/scorecard';
import { z } from 'zod/v3';
import {
  cpuQuantity,
  line,
  memoryQuantity,
  namespaceName,
  nodeLabels,
  reference,
  serverAddress,
  serviceName,
  storageUri,
  webAddress,
  word,
} from './optionTypes';

/**
 * What scales a service: `keda` KServe's ScaledObject, by CPU and request rate; `external` an own HorizontalPodAutoscaler on
 * the Deployment; `hpa` KServe's own, by CPU; `none` nothing.
 *
 * @public
 */
export const autoscalingForms = ['keda', 'external', 'hpa', 'none'] as const;

const resources = z
  .object({
    cpu: cpuQuantity.optional(),
    memory: memoryQuantity.optional(),
  })
  .strict();
const replicas = z.number().int().min(1).max(1000);
const rate = z.number().positive().max(1e6);

/**
 * Options of the generator `inference-service`. Each is checked by itself here; `generate` also checks how they go together.
 *
 * @public
 */
export const inferenceServiceOptionsSchema = z
  .object({
    name: serviceName,
    namespace: namespaceName.optional(),
    owner: reference.optional(),
    description: line.optional(),
    system: reference.optional(),
    latencyClass: z
      .enum(latencyClasses as ['small', 'medium', 'large', 'llm'])
      .optional(),
    profile: z.enum(['cpu', 'gpu']).optional(),
    modelFormat: word.optional(),
    runtime: word.optional(),
    protocolVersion: z.enum(['v1', 'v2']).optional(),
    storageUri: storageUri.optional(),
    autoscaling: z
      .object({
        form: z.enum(autoscalingForms).optional(),
        minReplicas: replicas.optional(),
        maxReplicas: replicas.optional(),
        cpuUtilization: z.number().int().min(1).max(100).optional(),
        requestsPerSecond: z.number().int().min(1).max(1e6).optional(),
        requestMetric: z.enum(['model-server', 'istio']).optional(),
        prometheusUrl: serverAddress.optional(),
      })
      .strict()
      .optional(),
    batcher: z
      .object({
        enabled: z.boolean().optional(),
        maxBatchSize: z.number().int().min(2).max(10_000).optional(),
        maxLatency: z.number().int().min(1).max(60_000).optional(),
      })
      .strict()
      .optional(),
    resources: z
      .object({ requests: resources.optional(), limits: resources.optional() })
      .strict()
      .optional(),
    gpu: z
      .object({
        count: z.number().int().min(1).max(16).optional(),
        nodeSelector: nodeLabels.optional(),
      })
      .strict()
      .optional(),
    disruptionBudget: z.boolean().optional(),
    networkPolicy: z
      .object({
        fromNamespaces: z.array(namespaceName).min(1).max(20),
        metricsNamespace: namespaceName.optional(),
      })
      .strict()
      .optional(),
    catalog: z
      .object({
        inferenceUrl: webAddress.optional(),
        lifecycle: word.optional(),
        type: word.optional(),
      })
      .strict()
      .optional(),
    /** Mean time that the model works on one request, in ms. */
    serviceMs: z.number().positive().max(600_000).optional(),
    /** Requests that one replica works on at the same time. */
    slots: z.number().int().min(1).max(10_000).optional(),
    /** Requests a second on an ordinary day. */
    usualRate: rate.optional(),
    /** Requests a second at the peak. */
    peakRate: rate.optional(),
    /** Users that send at the same time. */
    users: z.number().int().min(1).max(100_000).optional(),
  })
  .strict();

/**
 * See {@link inferenceServiceOptionsSchema}.
 *
 * @public
 */
export type InferenceServiceOptions = z.infer<
  typeof inferenceServiceOptionsSchema
>;
