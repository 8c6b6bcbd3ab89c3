import { z } from 'zod/v3';
import { timeSchema, vantageSchema } from './schema';

/**
 * Why a request or a run was refused or ended.
 *
 * @public
 */
export const errorCodes = [
  'address-not-allowed',
  'redirect-refused',
  'budget-exceeded',
  'production-not-confirmed',
  'blackout',
  'busy',
  'killed',
  'breaker-open',
  'unreachable',
  'unauthorized',
  'protocol',
  'invalid',
] as const;

/**
 * One of {@link errorCodes}.
 *
 * @public
 */
export const errorCodeSchema = z.enum(errorCodes);

/**
 * A refusal or an end with its reason; `runId` names the run that stands in the way.
 *
 * @public
 */
export const runErrorSchema = z.object({
  code: errorCodeSchema,
  message: z.string(),
  runId: z.string().optional(),
});

/**
 * What a probe does to its subject.
 *
 * @public
 */
export const effectSchema = z.enum(['reads', 'writes', 'load']);

/**
 * What one probe may do: address, effect and ceilings.
 *
 * @public
 */
export const probePlanSchema = z.object({
  probe: z.string(),
  /** The probe in words. */
  title: z.string().optional(),
  subject: z.string(),
  address: z.string(),
  /** Who allowed the address, in words: the endpoint of the configuration or the allow entry. */
  allowedBy: z.string(),
  vantage: vantageSchema,
  effect: effectSchema,
  protocol: z.string().optional(),
  max: z.object({
    requests: z.number().int(),
    rate: z.number(),
    connections: z.number().int(),
    seconds: z.number(),
    bytes: z.number().int(),
    tokens: z.number().int(),
  }),
  /** Seconds of the probe, in words of the plan: warm-up first. */
  warmupSeconds: z.number().optional(),
  cost: z.string().optional(),
  /** Rules that end the probe by themselves, in words. */
  stopRules: z.array(z.string()),
});

/**
 * What a run may do, shown before it starts.
 *
 * @public
 */
export const planSchema = z.object({
  id: z.string(),
  entityRef: z.string(),
  environment: z.string(),
  probes: z.array(probePlanSchema),
  /** The name to type before load goes to a production environment; `null` elsewhere. */
  confirm: z.string().nullable(),
  refusals: z.array(runErrorSchema.omit({ runId: true })),
  expiresAt: timeSchema,
});

/**
 * See {@link errorCodeSchema}.
 *
 * @public
 */
export type ErrorCode = z.infer<typeof errorCodeSchema>;

/**
 * See {@link runErrorSchema}.
 *
 * @public
 */
export type RunError = z.infer<typeof runErrorSchema>;

/**
 * See {@link effectSchema}.
 *
 * @public
 */
export type Effect = z.infer<typeof effectSchema>;

/**
 * See {@link probePlanSchema}.
 *
 * @public
 */
export type ProbePlan = z.infer<typeof probePlanSchema>;

/**
 * See {@link planSchema}.
 *
 * @public
 */
export type Plan = z.infer<typeof planSchema>;
