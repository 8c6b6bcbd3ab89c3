import { type Batcher, batcherOf } from './batcher';
import { type Fields, fieldOf, fieldsOf, isFields, textOf } from './fields';
import type { Manifest } from './manifest';
import { pointerOf } from './pointer';

/** The annotation that says how KServe runs a service. */
export const deploymentModeAnnotation = 'serving.kserve.io/deploymentMode';

/** The annotation that says who scales a service. */
export const autoscalerClassAnnotation = 'serving.kserve.io/autoscalerClass';

const modes: Readonly<Record<string, 'standard' | 'knative'>> = {
  Standard: 'standard',
  RawDeployment: 'standard',
  Knative: 'knative',
  Serverless: 'knative',
};

/** Fields of a predictor that name a model server in the form before `model`; `v1beta1/predictor.go`. */
const olderForms = [
  'sklearn',
  'xgboost',
  'tensorflow',
  'pytorch',
  'triton',
  'onnx',
  'huggingface',
  'pmml',
  'lightgbm',
  'paddle',
];

/** Whether an object is an InferenceService of KServe. */
export function isInferenceService(manifest: Manifest): boolean {
  return (
    manifest.kind === 'InferenceService' &&
    manifest.apiVersion.startsWith('serving.kserve.io/')
  );
}

/** How KServe runs a service; `implicit` where only the cluster's own default decides. */
export function deploymentModeOf(
  object: unknown,
): 'standard' | 'knative' | 'implicit' | 'other' {
  const mode = fieldOf(
    object,
    'metadata',
    'annotations',
    deploymentModeAnnotation,
  );
  if (mode === undefined) return 'implicit';
  const known = typeof mode === 'string' && Object.hasOwn(modes, mode);
  return known ? modes[mode] : 'other';
}

/** The model of a predictor and where it stands. */
export function modelOf(object: unknown): {
  pointer: string;
  model: Fields;
  format?: string;
} {
  const predictor = fieldsOf(object, 'spec', 'predictor');
  const form = ['model', ...olderForms].find(key => isFields(predictor[key]));
  const model = form ? fieldsOf(predictor, form) : {};
  const format = form === 'model' ? textOf(model, 'modelFormat', 'name') : form;
  return {
    pointer: pointerOf('spec', 'predictor', form ?? 'model'),
    model,
    format,
  };
}

/** What runs in pods of its own: the predictor, and what stands before and beside it. */
export interface Component {
  id: 'predictor' | 'transformer' | 'explainer';
  pointer: string;
  fields: Fields;
}

/** The components that an InferenceService has. */
export function componentsOf(object: unknown): Component[] {
  return (['predictor', 'transformer', 'explainer'] as const).flatMap(id => {
    const fields = fieldOf(object, 'spec', id);
    return isFields(fields)
      ? [{ id, pointer: pointerOf('spec', id), fields }]
      : [];
  });
}

/** The components with a batcher that can be understood. */
export function batchersOf(
  object: unknown,
): (Component & { batcher: Batcher })[] {
  return componentsOf(object).flatMap(component => {
    try {
      const batcher = batcherOf(component.fields);
      return batcher ? [{ ...component, batcher }] : [];
    } catch {
      return [];
    }
  });
}
