import { z } from 'zod/v3';
import { planSchema } from './planSchema';
import { runSchema } from './runSchema';
import { outcomeSchema, scoreSchema, validitySchema } from './outcomeSchema';
import { deploymentSchema } from './deploymentSchema';
import { remedySchema } from './remedySchema';
import { measurementSchema, timeSchema } from './schema';

const record = z.record(z.unknown());

/**
 * Raw material kept with a run.
 *
 * @public
 */
export const evidenceSchema = z.object({
  id: z.string(),
  kind: z.string(),
  title: z.string(),
  href: z.string(),
  /** What the page draws; large raw material stays behind `href`. */
  data: record.optional(),
});

/**
 * What was measured.
 *
 * @public
 */
export const fingerprintSchema = z.object({
  image: z.string().optional(),
  modelUri: z.string().optional(),
  /** SHA-256 of the body of the requests, which itself is in no report. */
  payload: z.string().optional(),
  revision: z.string().optional(),
  replicas: z.number().int().optional(),
  resources: record.optional(),
  node: z.string().optional(),
  /** How it is deployed, where the operator says which manifest that is. */
  deployment: deploymentSchema.optional(),
  /** The same by subject, in place of `deployment`, where subjects are deployed differently. */
  deployments: z.record(deploymentSchema).optional(),
  collectedBy: z.string(),
});

/**
 * Why a check misses, with the evidence for and against.
 *
 * @public
 */
export const causeSchema = z.object({
  cause: z.string(),
  confidence: z.enum(['high', 'medium', 'low']),
  for: z.array(z.string()),
  against: z.array(z.string()),
  checkIds: z.array(z.string()),
});

/**
 * The document of one run: complete in itself and never changed.
 *
 * @public
 */
export const reportSchema = z.object({
  schemaVersion: z.literal(1),
  id: z.string(),
  entityRef: z.string(),
  environment: z.string(),
  createdAt: timeSchema,
  run: runSchema.omit({ plan: true, progress: true }),
  plan: planSchema,
  fingerprint: fingerprintSchema,
  score: scoreSchema,
  validity: validitySchema.optional(),
  outcomes: z.array(outcomeSchema),
  measurements: z.array(measurementSchema),
  remedies: z.array(remedySchema),
  causes: z.array(causeSchema),
  evidence: z.array(evidenceSchema),
  /** The commands that repeat each measurement outside the portal. */
  commands: z.array(z.object({ subject: z.string(), command: z.string() })),
  notes: z.array(z.string()),
});

/**
 * See {@link evidenceSchema}.
 *
 * @public
 */
export type Evidence = z.infer<typeof evidenceSchema>;

/**
 * See {@link fingerprintSchema}.
 *
 * @public
 */
export type Fingerprint = z.infer<typeof fingerprintSchema>;

/**
 * See {@link causeSchema}.
 *
 * @public
 */
export type Cause = z.infer<typeof causeSchema>;

/**
 * See {@link reportSchema}.
 *
 * @public
 */
export type Report = z.infer<typeof reportSchema>;
