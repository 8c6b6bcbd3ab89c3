import { z } from 'zod/v3';
import { planSchema, runErrorSchema } from './planSchema';
import { timeSchema } from './schema';

/**
 * How far a probe has come.
 *
 * @public
 */
export const probeStates = [
  'waiting',
  'running',
  'succeeded',
  'failed',
  'cancelled',
] as const;

/**
 * How far a probe has come, and what it sees now.
 *
 * @public
 */
export const probeProgressSchema = z.object({
  probe: z.string(),
  subject: z.string(),
  state: z.enum(probeStates),
  done: z.number(),
  total: z.number(),
  unit: z.string(),
  message: z.string(),
  /** The newest second of a load probe, for the live view. */
  live: z
    .object({
      elapsedSeconds: z.number(),
      phase: z.enum(['warmup', 'steady', 'drain']),
      rate: z.number(),
      succeeded: z.number().int(),
      failed: z.number().int(),
      p50: z.number().optional(),
      p99: z.number().optional(),
      /** Share of the time that the client itself was busy, 0 to 1. */
      clientBusy: z.number(),
      /** How late the client sent, in ms: 99 of 100 requests were no later. */
      latenessP99: z.number().optional(),
      /** Requests that were due and never sent. */
      unsent: z.number().int().optional(),
      /** Beyond these the run does not count. */
      limits: z
        .object({
          clientBusy: z.number(),
          latenessP99: z.number().optional(),
        })
        .optional(),
    })
    .optional(),
});

/**
 * How far a run has come.
 *
 * @public
 */
export const runStates = [
  'queued',
  'running',
  'cancelling',
  'succeeded',
  'partial',
  'failed',
  'cancelled',
  'interrupted',
] as const;

/**
 * What started a run.
 *
 * @public
 */
export const triggerSchema = z.enum([
  'schedule',
  'user',
  'api',
  'ci',
  'experiment',
]);

/**
 * One execution of probes against one entity and environment.
 *
 * @public
 */
export const runSchema = z.object({
  id: z.string(),
  entityRef: z.string(),
  environment: z.string(),
  state: z.enum(runStates),
  trigger: triggerSchema,
  requestedBy: z.string(),
  plan: planSchema,
  progress: z.object({ probes: z.array(probeProgressSchema) }),
  reportId: z.string().optional(),
  error: runErrorSchema.optional(),
  createdAt: timeSchema,
  startedAt: timeSchema.optional(),
  finishedAt: timeSchema.optional(),
});

/**
 * See {@link probeProgressSchema}.
 *
 * @public
 */
export type ProbeProgress = z.infer<typeof probeProgressSchema>;

/**
 * See {@link runSchema}.
 *
 * @public
 */
export type Run = z.infer<typeof runSchema>;

/**
 * One of {@link runStates}.
 *
 * @public
 */
export type RunState = Run['state'];

/**
 * See {@link triggerSchema}.
 *
 * @public
 */
export type Trigger = z.infer<typeof triggerSchema>;
