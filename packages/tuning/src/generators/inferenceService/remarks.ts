import { guide } from '@dynoscope/scorecard';
import type { Basics } from './basics';
import { shown } from './arithmetic';
import type { Load } from './load';
import type { InferenceServiceOptions } from './options';
import type { Replicas } from './service';

/** Formats that of KServe's own runtimes only Triton serves, which speaks v2. */
const tritonFormats = ['onnx', 'tensorrt', 'triton'];

/** Fields that somebody has to fill in before the manifests can work. */
export function placeholdersOf(options: InferenceServiceOptions): string[] {
  return options.storageUri === undefined
    ? [
        'storageUri: is missing, and CHANGE-ME stands in its place; say where the model is, such as s3://models/my-model',
      ]
    : [];
}

/** What a reviewer should know that no value shows. */
export function remarksOf(options: {
  options: InferenceServiceOptions;
  basics: Basics;
  load: Load;
  replicas: Replicas;
}): string[] {
  const { options: asked, basics, load, replicas } = options;
  const { title, notes } = guide.latencyClasses[basics.latencyClass];
  const isLarge = basics.latencyClass === 'large';
  const isLanguageModel = basics.latencyClass === 'llm';
  const remarks: string[] = [];
  if (asked.owner === undefined) {
    remarks.push(
      'owner: is missing, and unknown stands in its place; name a group or user such as group:default/team-search',
    );
  }
  if ((isLarge || isLanguageModel) && basics.profile === 'cpu') {
    remarks.push(`profile: the guide says of class ${title}: ${notes}`);
  }
  if (isLarge || isLanguageModel) {
    remarks.push(
      "storageUri: KServe's storage initializer is limited to 1Gi of memory and 1 CPU, and an InferenceService cannot change that; a model above 1 GB wants a ClusterStorageContainer with more, oci:// or pvc://",
    );
  }
  if (
    asked.runtime === undefined &&
    basics.protocolVersion === 'v1' &&
    tritonFormats.includes(basics.modelFormat)
  ) {
    remarks.push(
      `runtime: KServe's own runtime for ${basics.modelFormat} (Triton) speaks v2 only; name a ServingRuntime of your cluster that serves it over v1, or take protocolVersion v2`,
    );
  }
  if (
    load.serviceMs !== undefined &&
    load.serviceMs >= load.p50Ms &&
    !isLanguageModel
  ) {
    remarks.push(
      `serviceMs: the model alone takes ${shown(
        load.serviceMs,
      )} ms, and the P50 target is below ${
        load.p50Ms
      } ms; no number of replicas mends that`,
    );
  }
  for (const [field, { consequence, source }] of Object.entries(replicas)) {
    if (source === 'yours' && consequence) {
      remarks.push(`autoscaling.${field}: ${consequence}`);
    }
  }
  return remarks;
}
