import { z } from 'zod/v3';
import {
  intervalSchema,
  messageSchema,
  targetSchema,
  targetSourceSchema,
  timeSchema,
} from './schema';
import { units } from './units';

/**
 * What a check can say.
 *
 * @public
 */
export const statuses = [
  'pass',
  'warn',
  'fail',
  'inconclusive',
  'no-data',
  'not-applicable',
  'error',
] as const;

/**
 * One of {@link statuses}.
 *
 * @public
 */
export const statusSchema = z.enum(statuses);

/**
 * Groups of checks, in the guide's order.
 *
 * @public
 */
export const categories = [
  'inference',
  'training',
  'gpu',
  'database',
  'storage',
  'network',
  'kubernetes',
] as const;

/**
 * One of {@link categories}.
 *
 * @public
 */
export const categorySchema = z.enum(categories);

/**
 * A later run that brought no verdict.
 *
 * @public
 */
export const lastAttemptSchema = z.object({
  status: z.enum(['error', 'no-data']),
  reason: z.string(),
  at: timeSchema,
  runId: z.string(),
  reportId: z.string(),
});

/**
 * What a check says about one subject.
 *
 * @public
 */
export const outcomeSchema = z.object({
  checkId: z.string(),
  category: categorySchema,
  title: z.string(),
  /** What a miss means, in one sentence. */
  failureTitle: z.string().optional(),
  status: statusSchema,
  subject: z.string(),
  metric: z.string().optional(),
  statistic: z.string().optional(),
  value: z.number().optional(),
  unit: z.enum(units).optional(),
  target: targetSchema.optional(),
  targetSource: targetSourceSchema.optional(),
  /** Share of the target: positive is to spare, negative is missed. */
  margin: z.number().optional(),
  interval: intervalSchema.optional(),
  n: z.number().int().optional(),
  findings: z.array(z.record(z.unknown())).optional(),
  /** Why it matters, in one or two sentences. */
  why: z.string(),
  /** Why there is no verdict, or what the verdict rests on. */
  reason: z.string().optional(),
  /** What would make an inconclusive outcome conclusive, as an object of "needs". */
  needs: z.string().optional(),
  /** `title`, `failureTitle`, `why`, `reason` and `needs` with their message ids, by field. */
  messages: z.record(messageSchema).optional(),
  /** Guide section the check serves, and the page that explains it. */
  guide: z.string().optional(),
  doc: z.string().optional(),
  latencyClass: z.string().optional(),
  evidenceIds: z.array(z.string()).optional(),
  measuredAt: timeSchema,
  runId: z.string(),
  reportId: z.string(),
  stale: z.boolean().optional(),
  lastAttempt: lastAttemptSchema.optional(),
  /** Values of the last runs, oldest first, for the history column. */
  trend: z
    .array(z.object({ at: timeSchema, value: z.number(), runId: z.string() }))
    .optional(),
});

/**
 * How a scorecard stands; `earned`, `unproven` and `lost` are whole per cents that add to 100.
 *
 * @public
 */
export const scoreSchema = z.object({
  score: z.number().int().min(0).max(100).nullable(),
  scoreRange: z.tuple([z.number().int(), z.number().int()]).nullable(),
  earned: z.number().int(),
  unproven: z.number().int(),
  lost: z.number().int(),
  measured: z.number().int(),
  applicable: z.number().int(),
  notApplicable: z.number().int(),
  summary: z.object({ title: z.string(), text: z.string() }),
});

/**
 * Whether a run can be relied on.
 *
 * @public
 */
export const validitySchema = z.object({
  verdict: z.enum(['valid', 'client-limited', 'invalid']),
  reasons: z.array(z.object({ code: z.string(), message: z.string() })),
});

/**
 * See {@link statusSchema}.
 *
 * @public
 */
export type Status = z.infer<typeof statusSchema>;

/**
 * See {@link categorySchema}.
 *
 * @public
 */
export type Category = z.infer<typeof categorySchema>;

/**
 * See {@link outcomeSchema}.
 *
 * @public
 */
export type Outcome = z.infer<typeof outcomeSchema>;

/**
 * See {@link scoreSchema}.
 *
 * @public
 */
export type Score = z.infer<typeof scoreSchema>;

/**
 * See {@link validitySchema}.
 *
 * @public
 */
export type Validity = z.infer<typeof validitySchema>;
