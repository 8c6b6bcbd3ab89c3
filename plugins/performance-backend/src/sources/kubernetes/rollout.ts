import { z } from 'zod/v3';

const serviceSchema = z.object({
  metadata: z.object({ generation: z.number() }),
  status: z.object({
    observedGeneration: z.number().optional(),
    conditions: z
      .array(z.object({ type: z.string(), status: z.string() }))
      .default([]),
  }),
});

const count = z.number().default(0);

const deploymentSchema = z.object({
  metadata: z.object({ generation: z.number() }),
  spec: z.object({ replicas: z.number().default(1) }),
  status: z.object({
    observedGeneration: count,
    replicas: count,
    updatedReplicas: count,
    availableReplicas: count,
  }),
});

/** Whether the newest InferenceService is taken up; `false` too while the cluster says nothing of it yet. */
export function isServiceReady(object: unknown): boolean {
  const parsed = serviceSchema.safeParse(object);
  if (!parsed.success) return false;
  const { metadata, status } = parsed.data;
  const observed = status.observedGeneration ?? metadata.generation;
  const ready = status.conditions.find(({ type }) => type === 'Ready');
  return observed >= metadata.generation && ready?.status === 'True';
}

/**
 * Whether a Deployment runs its newest pods and no others, as `kubectl rollout status` asks. KServe calls a service ready
 * while the old pods of its Deployment still answer.
 */
export function isRolledOut(object: unknown): boolean {
  const parsed = deploymentSchema.safeParse(object);
  if (!parsed.success) return false;
  const { metadata, spec, status } = parsed.data;
  return (
    status.observedGeneration >= metadata.generation &&
    status.updatedReplicas >= spec.replicas &&
    status.replicas <= status.updatedReplicas &&
    status.availableReplicas >= status.updatedReplicas
  );
}
