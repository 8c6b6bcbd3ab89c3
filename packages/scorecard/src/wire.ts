import { z } from 'zod/v3';
import { units } from './units';
import { experimentSchema, recordSchema } from './experimentSchema';
import { remedySchema } from './remedySchema';
import { causeSchema, reportSchema } from './reportSchema';
import { planSchema } from './planSchema';
import { runSchema } from './runSchema';
import {
  categorySchema,
  outcomeSchema,
  scoreSchema,
  validitySchema,
} from './outcomeSchema';
import { intervalSchema, targetSchema } from './schema';

/* The answers of the routes. */

/**
 * What a caller may do with an entity.
 *
 * @public
 */
export const actions = [
  'run',
  'run-production',
  'cancel',
  'evidence',
  'experiment',
] as const;

/**
 * Why there is nothing to show, told apart so that the page can say what to do.
 *
 * @public
 */
export const emptyReasonSchema = z.enum([
  'not-measured-yet',
  'nothing-to-measure',
  'not-in-environment',
  'paused',
]);

/**
 * The newest conclusive outcomes of an entity in an environment, and what may be done now.
 *
 * @public
 */
export const scorecardSchema = scoreSchema.extend({
  entityRef: z.string(),
  environment: z.string(),
  environments: z.array(
    z.object({
      name: z.string(),
      production: z.boolean(),
      /** Subjects that the entity has there. */
      subjects: z.number().int(),
    }),
  ),
  subjects: z.array(z.object({ id: z.string(), kind: z.string() })),
  empty: emptyReasonSchema.optional(),
  /** Messages of configuration mistakes of this entity, such as an annotation that names nothing. */
  problems: z.array(z.string()),
  outcomes: z.array(outcomeSchema),
  validity: validitySchema.optional(),
  measuredAt: z.string().datetime().optional(),
  nextRunAt: z.string().datetime().optional(),
  latestReportId: z.string().optional(),
  activeRun: runSchema.optional(),
  lastRun: runSchema.omit({ plan: true, progress: true }).optional(),
  /** Remedies of the reports that the outcomes come from, for those that miss. */
  remedies: z.array(remedySchema.extend({ reportId: z.string() })),
  causes: z.array(causeSchema.extend({ reportId: z.string() })),
  /** How the remedies of this entity fared over all entities. */
  records: z.array(recordSchema),
  /** The newest experiment of each check and subject, and every one that is not ended. */
  experiments: z.array(experimentSchema),
  enabled: z.boolean(),
  allowedActions: z.array(z.enum(actions)),
});

/**
 * A report in a list.
 *
 * @public
 */
export const reportSummarySchema = reportSchema
  .pick({
    id: true,
    entityRef: true,
    environment: true,
    createdAt: true,
    validity: true,
  })
  .extend({
    runId: z.string(),
    trigger: z.string(),
    score: z.number().int().nullable(),
    measured: z.number().int(),
    applicable: z.number().int(),
  });

/**
 * One value of a trend.
 *
 * @public
 */
export const trendPointSchema = z.object({
  at: z.string().datetime(),
  value: z.number(),
  interval: intervalSchema.optional(),
  runId: z.string(),
  n: z.number().int(),
});

/**
 * The values of one metric over time, oldest first.
 *
 * @public
 */
export const trendSchema = z.object({ points: z.array(trendPointSchema) });

/**
 * A check as it is listed.
 *
 * @public
 */
export const checkInfoSchema = z.object({
  id: z.string(),
  category: categorySchema,
  title: z.string(),
  failureTitle: z.string(),
  description: z.string(),
  guide: z.string(),
  metrics: z.array(z.object({ metric: z.string(), statistic: z.string() })),
  target: targetSchema.optional(),
});

/**
 * What a number is: its unit and which direction is better.
 *
 * @public
 */
export const metricInfoSchema = z.object({
  id: z.string(),
  title: z.string(),
  unit: z.enum(units),
  better: z.enum(['lower', 'higher', 'within']),
});

/**
 * A page of a list.
 *
 * @public
 */
export function listSchema<T extends z.ZodTypeAny>(item: T) {
  return z.object({
    items: z.array(item),
    totalItems: z.number().int(),
    pageInfo: z.object({ nextCursor: z.string().optional() }),
  });
}

/**
 * Answer of the routes of a run.
 *
 * @public
 */
export const runResponseSchema = runSchema;

/**
 * Answer of the route that plans.
 *
 * @public
 */
export const planResponseSchema = planSchema;

/**
 * See {@link emptyReasonSchema}.
 *
 * @public
 */
export type EmptyReason = z.infer<typeof emptyReasonSchema>;

/**
 * See {@link scorecardSchema}.
 *
 * @public
 */
export type Scorecard = z.infer<typeof scorecardSchema>;

/**
 * See {@link reportSummarySchema}.
 *
 * @public
 */
export type ReportSummary = z.infer<typeof reportSummarySchema>;

/**
 * See {@link trendPointSchema}.
 *
 * @public
 */
export type TrendPoint = z.infer<typeof trendPointSchema>;

/**
 * See {@link trendSchema}.
 *
 * @public
 */
export type Trend = z.infer<typeof trendSchema>;

/**
 * See {@link checkInfoSchema}.
 *
 * @public
 */
export type CheckInfo = z.infer<typeof checkInfoSchema>;

/**
 * See {@link metricInfoSchema}.
 *
 * @public
 */
export type MetricInfo = z.infer<typeof metricInfoSchema>;

/**
 * One of {@link actions}.
 *
 * @public
 */
export type AllowedAction = (typeof actions)[number];

/**
 * A page of a list.
 *
 * @public
 */
export type List<T> = {
  items: T[];
  totalItems: number;
  pageInfo: { nextCursor?: string };
};
