import { z } from 'zod/v3';
import { units } from './units';

/*
 * The shapes of measurements and outcomes. Every shape that crosses the wire exists once: here, in runSchema.ts,
 * reportSchema.ts and wire.ts. Router, client, actions and the OpenAPI document take them from there. Readers ignore
 * fields that they do not know; requests are strict.
 */

/**
 * An instant in ISO 8601, in UTC.
 *
 * @public
 */
export const timeSchema = z.string().datetime();
const record = z.record(z.unknown());

/**
 * A text with its message id, so that a page can translate what the report says in English.
 *
 * @public
 */
export const messageSchema = z.object({
  id: z.string(),
  params: z.record(z.union([z.string(), z.number()])).optional(),
  text: z.string(),
});

/**
 * A confidence interval, in the unit of its value; `level` is 0.95 for 95 %.
 *
 * @public
 */
export const intervalSchema = z.object({
  lower: z.number(),
  upper: z.number(),
  level: z.number().min(0.5).max(1),
});

/**
 * Where a measurement was taken from.
 *
 * @public
 */
export const vantageSchema = z
  .string()
  .regex(/^(portal|cli|ci|platform|cluster:[^/]+\/[^/]+)$/);

/**
 * One metric of one subject in one run.
 *
 * @public
 */
export const measurementSchema = z.object({
  metric: z.string(),
  statistic: z.string(),
  subject: z.string(),
  value: z.number().finite(),
  unit: z.enum(units),
  n: z.number().int().nonnegative(),
  interval: intervalSchema.optional(),
  window: z.object({ start: timeSchema, end: timeSchema }),
  source: z.object({
    kind: z.string(),
    detail: z.string(),
    version: z.string().optional(),
    vantage: vantageSchema,
  }),
  confidence: z.object({
    value: z.number().min(0).max(1),
    reasons: z.array(z.string()),
  }),
  evidenceIds: z.array(z.string()),
  /** What a check must know beside the value, such as the users of a closed loop. */
  facts: record.optional(),
});

/**
 * The value that a metric must meet, in its unit; `ofBaseline` is a share of the baseline.
 *
 * @public
 */
export const targetSchema = z.union([
  z.object({ atMost: z.number() }).strict(),
  z.object({ below: z.number() }).strict(),
  z.object({ atLeast: z.number() }).strict(),
  z.object({ above: z.number() }).strict(),
  z.object({ within: z.tuple([z.number(), z.number()]) }).strict(),
  z.object({ ofBaseline: z.number() }).strict(),
  z.object({ none: z.enum(['findings', 'leak']) }).strict(),
]);

/**
 * Where a target comes from: a section of the guide, a key of the configuration, an annotation.
 *
 * @public
 */
export const targetSourceSchema = z.object({
  kind: z.enum(['guide', 'configuration', 'annotation']),
  reference: z.string(),
});

/**
 * See {@link messageSchema}.
 *
 * @public
 */
export type Message = z.infer<typeof messageSchema>;

/**
 * See {@link intervalSchema}.
 *
 * @public
 */
export type Interval = z.infer<typeof intervalSchema>;

/**
 * See {@link measurementSchema}.
 *
 * @public
 */
export type Measurement = z.infer<typeof measurementSchema>;

/**
 * See {@link targetSchema}.
 *
 * @public
 */
export type Target = z.infer<typeof targetSchema>;

/**
 * See {@link targetSourceSchema}.
 *
 * @public
 */
export type TargetSource = z.infer<typeof targetSourceSchema>;
