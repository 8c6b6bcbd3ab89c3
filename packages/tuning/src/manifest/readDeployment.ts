import type { Deployment } from '@dynoscope/scorecard';
import { batcherOf } from './batcher';
import {
  type Fields,
  fieldOf,
  fieldsOf,
  isFields,
  listOf,
  textOf,
} from './fields';
import { findManifest } from './findManifest';
import {
  autoscalerClassAnnotation,
  deploymentModeAnnotation,
  isInferenceService,
  modelOf,
} from './inferenceService';
import { plain } from './plainText';

const longestText = 253;

function shortText(value: unknown, field: string): string | undefined {
  if (value === undefined) return undefined;
  if (typeof value !== 'string' || value.length > longestText) {
    throw new Error(
      `${field} must be a text of at most ${longestText} characters`,
    );
  }
  return plain(value) === value ? value : plain(value);
}

function wholeNumber(value: unknown, field: string): number | undefined {
  if (value === undefined) return undefined;
  if (!Number.isSafeInteger(value)) {
    throw new Error(`${field} must be a whole number`);
  }
  return Number(value);
}

function quantitiesOf(value: unknown): Record<string, string> | undefined {
  if (!isFields(value)) return undefined;
  const entries = Object.entries(value)
    .slice(0, 20)
    .filter(([, each]) => ['string', 'number'].includes(typeof each))
    .map(([key, each]) => [plain(key), plain(String(each))]);
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}

/** The container that answers requests, where the predictor names no model. */
function ownContainer(predictor: Fields): Fields {
  const containers = listOf(predictor, 'containers').filter(isFields);
  return (
    containers.find(each => each.name === 'kserve-container') ??
    containers[0] ??
    {}
  );
}

function withoutAbsent<T extends object>(fields: T): T {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined),
  ) as T;
}

/**
 * The facts of a deployment from its manifest, an InferenceService with a model or with a container of its own: what
 * stands there, and the agent's defaults for its batcher. Throws an error that names what is missing or wrong.
 *
 * @public
 */
export function readDeployment(options: {
  content: string;
  file?: string;
  /** Needed where the file holds several. */
  name?: string;
  namespace?: string;
  source: Deployment['source'];
  /** SHA-256 of what was read. */
  digest: string;
  ready?: boolean;
}): Deployment {
  const { content, file = 'manifest.yaml', name, namespace } = options;
  const manifest = findManifest({
    source: { file, content },
    kind: 'InferenceService',
    name,
    namespace,
  });
  const { object } = manifest;
  const named = shortText(manifest.name, 'metadata.name');
  if (!isInferenceService(manifest) || !named) {
    throw new Error(
      `${plain(
        file,
      )}: an InferenceService of serving.kserve.io with a name is needed`,
    );
  }
  const predictor = fieldOf(object, 'spec', 'predictor');
  if (!isFields(predictor)) throw new Error('spec.predictor is missing');
  const annotations = fieldsOf(object, 'metadata', 'annotations');
  const annotation = (key: string) =>
    shortText(annotations[key] ?? undefined, `annotation ${key}`);
  const { model, format } = modelOf(object);
  const resources = fieldOf(
    Object.keys(model).length > 0 ? model : ownContainer(predictor),
    'resources',
  );
  const count = (key: string) =>
    wholeNumber(fieldOf(predictor, key), `spec.predictor.${key}`);
  const batcher = batcherOf(predictor);
  return withoutAbsent<Deployment>({
    kind: manifest.kind,
    name: named,
    namespace: shortText(manifest.namespace ?? namespace, 'metadata.namespace'),
    source: options.source,
    digest: options.digest,
    ready: options.ready,
    deploymentMode: annotation(deploymentModeAnnotation),
    autoscalerClass: annotation(autoscalerClassAnnotation),
    protocolVersion: shortText(
      textOf(model, 'protocolVersion'),
      'spec.predictor.model.protocolVersion',
    ),
    modelFormat: shortText(format, 'spec.predictor.model.modelFormat.name'),
    minReplicas: count('minReplicas'),
    maxReplicas: count('maxReplicas'),
    containerConcurrency: count('containerConcurrency'),
    batcher:
      batcher &&
      withoutAbsent({
        maxBatchSize: batcher.maxBatchSize,
        maxLatency: batcher.maxLatency,
        defaulted: batcher.defaulted.length > 0 ? batcher.defaulted : undefined,
      }),
    resources: isFields(resources)
      ? withoutAbsent({
          requests: quantitiesOf(resources.requests),
          limits: quantitiesOf(resources.limits),
        })
      : undefined,
  });
}
