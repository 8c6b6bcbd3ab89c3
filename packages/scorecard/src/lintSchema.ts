import { z } from 'zod/v3';

const longestDocument = 1_000_000;

/**
 * How much a finding matters.
 *
 * @public
 */
export const severities = ['error', 'warning', 'info'] as const;

/**
 * One step of a JSON patch (RFC 6902).
 *
 * @public
 */
export const patchSchema = z.object({
  op: z.enum(['add', 'replace', 'remove']),
  path: z.string(),
  value: z.unknown().optional(),
});

/**
 * What the linter says about a place of a manifest. Lines and columns start at 1.
 *
 * @public
 */
export const findingSchema = z.object({
  ruleId: z.string(),
  severity: z.enum(severities),
  message: z.string(),
  file: z.string(),
  line: z.number().int(),
  column: z.number().int(),
  endLine: z.number().int(),
  endColumn: z.number().int(),
  object: z
    .object({
      apiVersion: z.string(),
      kind: z.string(),
      namespace: z.string().optional(),
      name: z.string().optional(),
    })
    .optional(),
  guide: z.string().optional(),
  fixable: z.boolean(),
  /** Why it matters, in one or two sentences. */
  why: z.string().optional(),
  /** The patch that mends it, of the document at `line`. */
  fix: z
    .object({
      title: z.string(),
      /** Position of the document in its file, from 0. */
      document: z.number().int(),
      /** Position in `items`, for an object inside a List. */
      item: z.number().int().optional(),
      patch: z.array(patchSchema),
    })
    .optional(),
  related: z
    .array(
      z.object({
        file: z.string(),
        line: z.number().int(),
        message: z.string(),
      }),
    )
    .optional(),
});

/**
 * The linter's answer.
 *
 * @public
 */
export const lintResultSchema = z.object({
  schemaVersion: z.literal(1),
  findings: z.array(findingSchema),
  summary: z.object({
    files: z.number().int(),
    documents: z.number().int(),
    error: z.number().int(),
    warning: z.number().int(),
    info: z.number().int(),
  }),
});

/**
 * Releases of what the manifests are for, such as `0.20`; absent: the newest that is known.
 *
 * @public
 */
export const versionsSchema = z
  .object({
    kserve: z.string().max(20).optional(),
    kubernetes: z.string().max(20).optional(),
  })
  .strict();

/**
 * Body of a request to lint documents. Nothing of it is stored.
 *
 * @public
 */
export const lintRequestSchema = z
  .object({
    documents: z
      .array(
        z
          .object({
            file: z.string().min(1).max(300),
            content: z.string().max(longestDocument),
          })
          .strict(),
      )
      .min(1)
      .max(50),
    versions: versionsSchema.optional(),
    /** Also answers the documents with every fix applied. */
    fix: z.boolean().optional(),
  })
  .strict();

/**
 * Answer of the route that lints.
 *
 * @public
 */
export const lintResponseSchema = lintResultSchema.extend({
  fixed: z
    .array(z.object({ file: z.string(), content: z.string() }))
    .optional(),
});

/**
 * See {@link findingSchema}.
 *
 * @public
 */
export type Finding = z.infer<typeof findingSchema>;

/**
 * See {@link lintResultSchema}.
 *
 * @public
 */
export type LintResult = z.infer<typeof lintResultSchema>;

/**
 * See {@link versionsSchema}.
 *
 * @public
 */
export type Versions = z.infer<typeof versionsSchema>;

/**
 * See {@link lintRequestSchema}.
 *
 * @public
 */
export type LintRequest = z.infer<typeof lintRequestSchema>;

/**
 * See {@link lintResponseSchema}.
 *
 * @public
 */
export type LintResponse = z.infer<typeof lintResponseSchema>;
