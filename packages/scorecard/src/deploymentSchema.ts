import { z } from 'zod/v3';

const quantities = z.record(z.string().max(100));

/**
 * How a service is deployed, as its manifest says: facts only, never the text, which may hold what must not be shown.
 *
 * @public
 */
export const deploymentSchema = z.object({
  kind: z.string(),
  name: z.string(),
  namespace: z.string().optional(),
  /** Where the manifest was read; `reference` is shown and holds no credentials. */
  source: z.object({
    kind: z.enum(['file', 'url', 'kubernetes']),
    reference: z.string(),
  }),
  /** Changes when the manifest does: SHA-256 of what was read. */
  digest: z.string(),
  /** `false` while a cluster still rolls the manifest out; absent where nobody knows. */
  ready: z.boolean().optional(),
  deploymentMode: z.string().optional(),
  protocolVersion: z.string().optional(),
  modelFormat: z.string().optional(),
  minReplicas: z.number().int().optional(),
  maxReplicas: z.number().int().optional(),
  autoscalerClass: z.string().optional(),
  containerConcurrency: z.number().int().optional(),
  /** What the batching agent works with, its own defaults filled in; `maxLatency` in ms. */
  batcher: z
    .object({
      maxBatchSize: z.number().int(),
      maxLatency: z.number().int(),
      /** The fields that the manifest leaves to the agent. */
      defaulted: z.array(z.enum(['maxBatchSize', 'maxLatency'])).optional(),
    })
    .optional(),
  resources: z
    .object({
      requests: quantities.optional(),
      limits: quantities.optional(),
    })
    .optional(),
});

/**
 * See {@link deploymentSchema}.
 *
 * @public
 */
export type Deployment = z.infer<typeof deploymentSchema>;
