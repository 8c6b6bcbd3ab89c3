import { readFileSync } from 'node:fs';
import { parseAllDocuments } from 'yaml';
import { z } from 'zod/v3';

const wholeNumber = z
  .number({ invalid_type_error: 'expected a whole number' })
  .int('expected a whole number')
  .nullish();

const batcherSchema = z
  .object({
    maxBatchSize: wholeNumber,
    maxLatency: wholeNumber,
    timeout: wholeNumber,
  })
  .strict()
  .nullish();

const schema = z.object({
  apiVersion: z.literal('serving.kserve.io/v1beta1'),
  kind: z.literal('InferenceService'),
  metadata: z.object({
    name: z
      .string()
      .max(63, 'expected at most 63 characters')
      .regex(
        /^[a-z]([-a-z0-9]*[a-z0-9])?$/,
        'expected lower-case letters, digits and hyphens, a letter first',
      ),
  }),
  spec: z.object({
    predictor: z.object({
      batcher: batcherSchema,
      model: z.object({
        modelFormat: z.object({ name: z.literal('onnx') }),
        storageUri: z.string(),
      }),
    }),
  }),
});

/** The agent's own defaults, which also stand in for 0 and below: `pkg/batcher/handler.go` of KServe 0.20. */
const agentDefaults = { maxBatchSize: 32, maxLatency: 5000 };

/** How requests are put together; the latency is in ms. */
export interface BatcherOptions {
  maxBatchSize: number;
  maxLatency: number;
}

/** The part of an InferenceService that this server acts on. */
export interface Manifest {
  name: string;
  storageUri: string;
  batcher?: BatcherOptions;
}

/**
 * Reads the one InferenceService of a file; other documents in it are ignored.
 *
 * @throws Error that names the file, the field and what is allowed.
 */
export function readManifest(path: string): Manifest {
  let source: string;
  try {
    source = readFileSync(path, 'utf8');
  } catch (error) {
    throw new Error(`${path}: cannot be read (${(error as Error).message})`);
  }
  try {
    return parseManifest(source);
  } catch (error) {
    throw new Error(`${path}: ${(error as Error).message}`);
  }
}

/** As {@link readManifest}, from the text. */
export function parseManifest(source: string): Manifest {
  const documents = parseAllDocuments(source);
  const broken = documents.find(document => document.errors.length > 0);
  if (broken) {
    throw new Error(broken.errors[0].message.split(/:?\n/)[0]);
  }
  const services = documents
    .map(document => document.toJS())
    .filter(value => value?.kind === 'InferenceService');
  if (services.length !== 1) {
    throw new Error(
      `expected one document of kind InferenceService, found ${services.length}`,
    );
  }
  const result = schema.safeParse(services[0]);
  if (!result.success) {
    const [issue] = result.error.issues;
    throw new Error(`${issue.path.join('.')}: ${issue.message}`);
  }
  const { metadata, spec } = result.data;
  const { batcher, model } = spec.predictor;
  return {
    name: metadata.name,
    storageUri: model.storageUri,
    batcher: batcher
      ? {
          maxBatchSize: positive(batcher.maxBatchSize, 'maxBatchSize'),
          maxLatency: positive(batcher.maxLatency, 'maxLatency'),
        }
      : undefined,
  };
}

function positive(
  value: number | null | undefined,
  key: keyof BatcherOptions,
): number {
  return value && value > 0 ? value : agentDefaults[key];
}
