import { z } from 'zod/v3';
import { units } from './units';

/**
 * Where an input of an arithmetic comes from.
 *
 * @public
 */
export const inputSources = [
  'measured',
  'guide',
  'manifest',
  'configuration',
  'cluster',
  'yours',
  'default',
  'not measured',
] as const;

/**
 * A number that an arithmetic starts from.
 *
 * @public
 */
export const inputSchema = z.object({
  name: z.string(),
  label: z.string(),
  /** Absent while nobody knows it. */
  value: z.union([z.number(), z.string(), z.boolean()]).optional(),
  unit: z.string().optional(),
  source: z.enum(inputSources),
  /** Where exactly: a run, a section of the guide, a field of the manifest. */
  detail: z.string().optional(),
});

/**
 * One computed value and where it goes.
 *
 * @public
 */
export const changeSchema = z.object({
  /** JSON pointer into the object, such as `/spec/predictor/batcher/maxLatency`. */
  path: z.string(),
  label: z.string(),
  was: z.union([z.number(), z.string(), z.boolean()]).optional(),
  /** Absent: the field is taken out. */
  value: z.union([z.number(), z.string(), z.boolean()]).optional(),
  unit: z.string().optional(),
  /** Formula with its numbers and result, one line. */
  arithmetic: z.string().optional(),
  /** What it means for the service, one sentence. */
  consequence: z.string().optional(),
  source: z.enum(inputSources).optional(),
});

/**
 * What a change is promised to bring: the value will lie between `lower` and `upper`.
 *
 * @public
 */
export const expectedSchema = z.object({
  metric: z.string(),
  statistic: z.string(),
  lower: z.number(),
  upper: z.number(),
  unit: z.enum(units),
});

/**
 * What to change when a check misses, with the arithmetic; `cannot` says why nothing can be computed, and then there is
 * neither `expected` nor `action`.
 *
 * @public
 */
export const remedySchema = z.object({
  /** Which remedy, over all entities: its record is kept under it. */
  id: z.string(),
  checkId: z.string(),
  /** The subject whose check misses. */
  subject: z.string(),
  title: z.string(),
  /** Why, in one or two sentences. */
  text: z.string().optional(),
  /** Formula, numbers, result. */
  arithmetic: z.array(z.string()),
  inputs: z.array(inputSchema),
  changes: z.array(changeSchema),
  expected: expectedSchema.optional(),
  /** What else it is promised to move. */
  alsoExpected: z.array(expectedSchema).optional(),
  /** What it costs, in words. */
  cost: z.string().optional(),
  cannot: z.string().optional(),
  action: z
    .object({
      kind: z.enum(['template', 'sql', 'manifest', 'command']),
      /** Name of the template. */
      template: z.string().optional(),
    })
    .passthrough()
    .optional(),
});

/**
 * See {@link inputSchema}.
 *
 * @public
 */
export type Input = z.infer<typeof inputSchema>;

/**
 * See {@link changeSchema}.
 *
 * @public
 */
export type Change = z.infer<typeof changeSchema>;

/**
 * See {@link expectedSchema}.
 *
 * @public
 */
export type Expected = z.infer<typeof expectedSchema>;

/**
 * See {@link remedySchema}.
 *
 * @public
 */
export type Remedy = z.infer<typeof remedySchema>;
