import { z } from 'zod/v3';
import { validitySchema } from './outcomeSchema';
import { changeSchema, expectedSchema } from './remedySchema';
import { intervalSchema, timeSchema } from './schema';
import { units } from './units';

/**
 * What came of a promise: `kept` inside it, `exceeded` better, `missed` worse, `unclear` where the measurement cannot tell.
 *
 * @public
 */
export const verdicts = ['kept', 'exceeded', 'missed', 'unclear'] as const;

/**
 * How a remedy is put into force. `folder`: written to the portal's folder; the others name where to look.
 *
 * @public
 */
export const experimentChangeSchema = z.object({
  kind: z.enum(['folder', 'pull-request', 'manual']),
  /** Folder below the root, address of the pull request, or words. */
  reference: z.string().max(1000),
  /** Of a folder: SHA-256 of each file before (absent: there was none) and after, which is what undo goes by. */
  files: z
    .array(
      z
        .object({
          path: z.string().max(300),
          before: z.string().length(64).optional(),
          after: z.string().length(64),
        })
        .strict(),
    )
    .max(20)
    .optional(),
});

/**
 * A promise and what came of it.
 *
 * @public
 */
export const recordSchema = z.object({
  remedy: z.string(),
  kept: z.number().int(),
  exceeded: z.number().int(),
  missed: z.number().int(),
  unclear: z.number().int(),
});

const measuredSchema = z.object({
  reportId: z.string(),
  runId: z.string(),
  measuredAt: timeSchema,
  value: z.number().optional(),
  interval: intervalSchema.optional(),
  n: z.number().int().optional(),
  validity: validitySchema.shape.verdict.optional(),
});

/**
 * A fix with proof: a remedy, what it promised, how it was applied, and what the same plan measured before and after.
 *
 * @public
 */
export const experimentSchema = z.object({
  id: z.string(),
  entityRef: z.string(),
  environment: z.string(),
  subject: z.string(),
  checkId: z.string(),
  /** Id of the remedy. */
  remedy: z.string(),
  title: z.string(),
  arithmetic: z.array(z.string()),
  changes: z.array(changeSchema),
  expected: expectedSchema,
  baseReportId: z.string(),
  candidateReportId: z.string().optional(),
  change: experimentChangeSchema,
  state: z.enum(['proposed', 'applied', 'measured', 'abandoned']),
  verdict: z.enum(verdicts).optional(),
  /** After minus before. */
  effect: z
    .object({
      value: z.number(),
      lower: z.number(),
      upper: z.number(),
      unit: z.enum(units),
    })
    .optional(),
  before: measuredSchema,
  after: measuredSchema.optional(),
  /** Which was measured first; both with the same plan and seed. */
  order: z.tuple([z.literal('before'), z.literal('after')]),
  /** What the verdict rests on, or why it is unclear, in sentences. */
  reasons: z.array(z.string()),
  /** Why the measurement has not begun, such as a cool-down, in words. */
  waiting: z.string().optional(),
  /** The run that measures it, while it goes on. */
  runId: z.string().optional(),
  undo: z.object({
    /** Whether the portal can undo it by itself. */
    possible: z.boolean(),
    /** How, or why not, in words. */
    text: z.string(),
    undoneAt: timeSchema.optional(),
  }),
  record: recordSchema.optional(),
  createdBy: z.string(),
  createdAt: timeSchema,
  appliedAt: timeSchema.optional(),
  measuredAt: timeSchema.optional(),
});

/**
 * Body of a request for an experiment: the remedy is read from the report.
 *
 * @public
 */
export const experimentRequestSchema = z
  .object({
    reportId: z.string().min(1).max(64),
    checkId: z.string().min(1).max(100),
    /** Needed where the check misses for more than one subject. */
    subject: z.string().min(1).max(300).optional(),
    /** Values that a person changed in the form; the promise is computed for them. */
    options: z.record(z.unknown()).optional(),
    change: experimentChangeSchema.strict(),
  })
  .strict();

/**
 * Body of a request to measure an experiment again.
 *
 * @public
 */
export const measureRequestSchema = z
  .object({
    /** Name of the entity, before load goes to a production environment. */
    confirm: z.string().max(400).optional(),
  })
  .strict();

/**
 * See {@link recordSchema}.
 *
 * @public
 */
export type RemedyRecord = z.infer<typeof recordSchema>;

/**
 * One of {@link verdicts}.
 *
 * @public
 */
export type Verdict = (typeof verdicts)[number];

/**
 * See {@link experimentChangeSchema}.
 *
 * @public
 */
export type ExperimentChange = z.infer<typeof experimentChangeSchema>;

/**
 * See {@link experimentSchema}.
 *
 * @public
 */
export type Experiment = z.infer<typeof experimentSchema>;

/**
 * See {@link experimentRequestSchema}.
 *
 * @public
 */
export type ExperimentRequest = z.infer<typeof experimentRequestSchema>;
