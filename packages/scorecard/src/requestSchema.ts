import { z } from 'zod/v3';

/* Bodies and queries of requests. They are strict: an unknown field is an error that names it. */

/**
 * Body of a request for a plan.
 *
 * @public
 */
export const runPlanRequestSchema = z
  .object({
    entityRef: z.string().min(1).max(400),
    environment: z.string().min(1).max(63).optional(),
    probes: z.array(z.string().min(1).max(63)).max(20).optional(),
  })
  .strict();

/**
 * Body of a request for a run: a plan by its id, or what to plan.
 *
 * @public
 */
export const runRequestSchema = z.union([
  z
    .object({
      planId: z.string().min(1).max(64),
      confirm: z.string().max(400).optional(),
    })
    .strict(),
  runPlanRequestSchema
    .extend({ confirm: z.string().max(400).optional() })
    .strict(),
]);

/**
 * Query of a scorecard.
 *
 * @public
 */
export const scorecardQuerySchema = z
  .object({ environment: z.string().min(1).max(63).optional() })
  .strict();

/**
 * Query of the reports of an entity.
 *
 * @public
 */
export const reportsQuerySchema = z
  .object({
    environment: z.string().min(1).max(63).optional(),
    limit: z.coerce.number().int().min(1).max(100).default(20),
    cursor: z.string().max(400).optional(),
  })
  .strict();

/**
 * Query of the values of one metric over time.
 *
 * @public
 */
export const trendQuerySchema = z
  .object({
    metric: z.string().min(1).max(100),
    statistic: z.string().min(1).max(20),
    subject: z.string().max(200).optional(),
    environment: z.string().min(1).max(63).optional(),
    from: z.string().datetime().optional(),
    to: z.string().datetime().optional(),
  })
  .strict();

/**
 * See {@link runPlanRequestSchema}.
 *
 * @public
 */
export type RunPlanRequest = z.infer<typeof runPlanRequestSchema>;

/**
 * See {@link runRequestSchema}.
 *
 * @public
 */
export type RunRequest = z.infer<typeof runRequestSchema>;

/**
 * See {@link trendQuerySchema}.
 *
 * @public
 */
export type TrendQuery = z.infer<typeof trendQuerySchema>;
