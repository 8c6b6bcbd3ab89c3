import { z } from 'zod/v3';
import { validitySchema } from './outcomeSchema';
import { intervalSchema, timeSchema } from './schema';
import { units } from './units';

const side = z.object({
  value: z.number(),
  interval: intervalSchema.optional(),
  n: z.number().int(),
});
const reportSide = z.object({
  reportId: z.string(),
  runId: z.string(),
  measuredAt: timeSchema,
  validity: validitySchema.shape.verdict.optional(),
});

/**
 * Two reports held against each other, metric by metric.
 *
 * @public
 */
export const comparisonSchema = z.object({
  base: reportSide,
  candidate: reportSide,
  rows: z.array(
    z.object({
      metric: z.string(),
      statistic: z.string(),
      subject: z.string(),
      unit: z.enum(units),
      base: side,
      candidate: side,
      /** Candidate minus base, with the interval of the difference where both have one. */
      difference: z.object({
        value: z.number(),
        lower: z.number().optional(),
        upper: z.number().optional(),
      }),
      /** The difference as a share of the base. */
      relative: z.number().optional(),
      verdict: z.enum(['better', 'worse', 'same', 'unclear']),
      reason: z.string().optional(),
    }),
  ),
  /** What differs in the fingerprints. */
  changed: z.array(
    z.object({
      field: z.string(),
      base: z.string().optional(),
      candidate: z.string().optional(),
    }),
  ),
  /** Whether both ran exactly the same plan. */
  samePlan: z.boolean(),
  notes: z.array(z.string()),
});

/**
 * Query of a comparison.
 *
 * @public
 */
export const compareQuerySchema = z
  .object({
    base: z.string().min(1).max(64),
    candidate: z.string().min(1).max(64),
  })
  .strict();

/**
 * See {@link comparisonSchema}.
 *
 * @public
 */
export type Comparison = z.infer<typeof comparisonSchema>;
