import { compareVersions } from '../manifest/versions';
import { fieldOf, fieldsOf } from '../manifest/fields';
import {
  deploymentModeAnnotation,
  deploymentModeOf,
  isInferenceService,
} from '../manifest/inferenceService';
import type { Manifest } from '../manifest/manifest';
import { quote } from '../manifest/plainText';
import { pointerOf } from '../manifest/pointer';
import { setOperation } from '../manifest/setOperation';
import { docOf, type Problem, type Rule, type RuleContext } from './rule';

const pointer = pointerOf('metadata', 'annotations', deploymentModeAnnotation);

/** What only Knative does: a manifest that asks for it was written for Knative. */
function wantsKnative(object: unknown): boolean {
  const predictor = fieldsOf(object, 'spec', 'predictor');
  const annotations = {
    ...fieldsOf(object, 'metadata', 'annotations'),
    ...fieldsOf(predictor, 'annotations'),
  };
  return (
    Object.keys(annotations).some(key =>
      /^(autoscaling|serving)\.knative\.dev\//.test(key),
    ) ||
    ['concurrency', 'rps'].includes(String(fieldOf(predictor, 'scaleMetric')))
  );
}

function problemOf(
  manifest: Manifest,
  { versions }: RuleContext,
): Problem | undefined {
  const { object } = manifest;
  const isOld =
    versions.kserve !== undefined &&
    compareVersions(versions.kserve, '0.16') < 0;
  const [standard, knative] = isOld
    ? ['RawDeployment', 'Serverless']
    : ['Standard', 'Knative'];
  const written = fieldOf(
    object,
    'metadata',
    'annotations',
    deploymentModeAnnotation,
  );
  const known = deploymentModeOf(object);
  const tooNew = isOld && (written === 'Standard' || written === 'Knative');
  if (written === 'ModelMesh') return undefined;
  if (known !== 'implicit' && known !== 'other' && !tooNew) return undefined;
  const isForKnative =
    known === 'implicit' ? wantsKnative(object) : written === 'Knative';
  const mode = isForKnative ? knative : standard;
  const fix = {
    title: `Write the deployment mode ${mode}`,
    patch: [setOperation(object, pointer, mode)],
  };
  if (written !== undefined) {
    return {
      manifest,
      pointer,
      message: `${
        isOld ? 'KServe before 0.16' : 'KServe'
      } knows no deployment mode ${quote(
        written,
      )}: write ${standard} or ${knative}`,
      ...(tooNew && { fix }),
    };
  }
  return {
    manifest,
    pointer: pointerOf('metadata', 'name'),
    message: `The deployment mode is left to the cluster, whose default as shipped is Knative: write the annotation ${deploymentModeAnnotation}: ${mode}`,
    fix,
  };
}

/** An InferenceService that leaves to each cluster how it runs. */
export const kserveDeploymentModeImplicit: Rule = {
  id: 'kserve-deployment-mode-implicit',
  severity: 'warning',
  title: 'The deployment mode is not written out',
  why: 'The same manifest becomes a Deployment on one cluster and a Knative service on the next, with other names, ports and autoscaling; where the default is Knative, CPU metrics are rejected.',
  guide: 'Resource Allocation',
  kinds: ['InferenceService'],
  fixable: true,
  doc: docOf('kserve-deployment-mode-implicit'),
  check: ({ manifests }, context) =>
    manifests
      .filter(isInferenceService)
      .flatMap(manifest => problemOf(manifest, context) ?? []),
};
