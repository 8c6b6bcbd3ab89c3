/**
 * Manifests, rules, generators, advice and remedies of Dynoscope.
 *
 * @packageDocumentation
 */
// Manifests
export { applyChanges } from './manifest/applyChanges';
export { applyFixes } from './manifest/applyFixes';
export type {
  Manifest,
  ManifestSet,
  Operation,
  Position,
  SourceFile,
} from './manifest/manifest';
export type { ManifestGraph } from './manifest/graph';
export { ManifestError } from './manifest/ManifestError';
export { parseManifests } from './manifest/parseManifests';
export { pointerOf } from './manifest/pointer';
export type { Pods } from './manifest/podsOf';
export { formatQuantity, parseQuantity } from './manifest/quantity';
export { readDeployment } from './manifest/readDeployment';
export { compareVersions } from './manifest/versions';

// Rules
export { rules } from './rules';
export { lintManifests } from './rules/lintManifests';
export type { LintContext, Problem, Rule, RuleContext } from './rules/rule';

// Predictions, advice and remedies
export { adviseBatching } from './advisor/adviseBatching';
export type { BatchingAdvice } from './advisor/adviseBatching';
export { adviseConcurrency } from './advisor/adviseConcurrency';
export { adviseCpuLimit } from './advisor/adviseCpuLimit';
export { adviseReplicas, slotsOf } from './advisor/adviseReplicas';
export type {
  BatcherSettings,
  BatchingEvidence,
} from './prediction/BatchingEvidence';
export { predictBatching } from './prediction/predictBatching';
export type { BatchingPrediction } from './prediction/predictBatching';
export { predictReplicas } from './prediction/predictReplicas';
export type { Range } from './prediction/Range';
export { simulateBatcher } from './prediction/simulateBatcher';
export { explainReport } from './remedies/explainReport';
export type { Explanation } from './remedies/explainReport';
export { recomputeRemedy } from './remedies/recomputeRemedy';
export { remedyOptions } from './remedies/remedyOptions';

// Generators
export { generators } from './generators';
export type {
  Generated,
  GeneratedFile,
  Generator,
} from './generators/generator';
export {
  autoscalingForms,
  inferenceServiceOptionsSchema,
} from './generators/inferenceService/options';
export type { InferenceServiceOptions } from './generators/inferenceService/options';
export { inferenceServiceGenerator } from './generators/inferenceServiceGenerator';
export { OptionsError } from './generators/optionsError';
export type { OptionProblem } from './generators/optionsError';
export { renderObjects } from './generators/renderObjects';
export type { AnnotatedObject } from './generators/renderObjects';

// Schemas
export { validateStrictly } from './schemas/validateStrictly';
