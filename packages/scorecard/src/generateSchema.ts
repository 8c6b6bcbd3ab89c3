import { z } from 'zod/v3';
import { findingSchema } from './lintSchema';
import { changeSchema, inputSchema, remedySchema } from './remedySchema';

/**
 * Body of a request to generate: with `reportId` and `checkId` the change that mends a miss, else a new deployment.
 * Nothing of it is stored.
 *
 * @public
 */
export const generateRequestSchema = z
  .object({
    reportId: z.string().min(1).max(64).optional(),
    checkId: z.string().min(1).max(100).optional(),
    subject: z.string().min(1).max(300).optional(),
    /** Options of the generator; what is left out is computed or taken from the guide. */
    options: z.record(z.unknown()).optional(),
  })
  .strict()
  .refine(
    body => (body.reportId === undefined) === (body.checkId === undefined),
    { message: 'reportId and checkId go together', path: ['checkId'] },
  );

/**
 * What a generator made.
 *
 * @public
 */
export const generateResponseSchema = z.object({
  generator: z.string(),
  /** Every option as it was used. */
  options: z.record(z.unknown()),
  inputs: z.array(inputSchema),
  /** The computed values: was, is, arithmetic. */
  values: z.array(changeSchema),
  /** `path` is relative; `before` is what stood there. */
  files: z.array(
    z.object({
      path: z.string(),
      content: z.string(),
      before: z.string().optional(),
    }),
  ),
  /** Unified diff of all files. */
  diff: z.string(),
  findings: z.array(findingSchema),
  remedy: remedySchema.optional(),
  /** Where the manifest lives, when it came from a repository: a `repoUrl` as Backstage writes it. */
  repository: z
    .object({ repoUrl: z.string(), branch: z.string().optional() })
    .optional(),
  /** The change with its arithmetic in markdown, for a pull request. */
  description: z.string(),
  warnings: z.array(z.string()),
});

/**
 * See {@link generateRequestSchema}.
 *
 * @public
 */
export type GenerateRequest = z.infer<typeof generateRequestSchema>;

/**
 * See {@link generateResponseSchema}.
 *
 * @public
 */
export type GenerateResponse = z.infer<typeof generateResponseSchema>;
