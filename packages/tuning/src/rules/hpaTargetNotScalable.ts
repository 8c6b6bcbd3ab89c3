import { fieldOf, fieldsOf, textOf } from '../manifest/fields';
import {
  autoscalerClassAnnotation,
  deploymentModeOf,
} from '../manifest/inferenceService';
import type { Manifest } from '../manifest/manifest';
import { quote } from '../manifest/plainText';
import { pointerOf } from '../manifest/pointer';
import { setOperation } from '../manifest/setOperation';
import { docOf, type Problem, type Rule, type RuleContext } from './rule';

/** Kinds that have no scale subresource, with the group of their API. */
const withoutScale: Readonly<Record<string, string>> = {
  InferenceService: 'serving.kserve.io',
  LLMInferenceService: 'serving.kserve.io',
  DaemonSet: 'apps',
  Job: 'batch',
  CronJob: 'batch',
};

const target = pointerOf('spec', 'scaleTargetRef');
/** A name of Kubernetes that leaves room for what is added to it. */
const usableName = /^[a-z0-9]([a-z0-9.-]{0,200}[a-z0-9])?$/;

function problemOf(
  manifest: Manifest,
  { graph }: RuleContext,
): Problem | undefined {
  const { object } = manifest;
  const reference = fieldsOf(object, 'spec', 'scaleTargetRef');
  const kind = textOf(reference, 'kind') ?? '';
  const name = textOf(reference, 'name') ?? '';
  const group = textOf(reference, 'apiVersion')?.split('/')[0];
  if (!Object.hasOwn(withoutScale, kind)) return undefined;
  if (group !== undefined && group !== withoutScale[kind]) return undefined;
  const message = `The autoscaler targets ${kind} ${quote(
    name,
  )}, which cannot be scaled: the kind has no scale subresource`;
  const problem = {
    manifest,
    pointer: pointerOf('spec', 'scaleTargetRef', 'kind'),
    message,
  };
  if (kind !== 'InferenceService') return problem;
  const service = graph.target(manifest, { kind, name });
  const mode = service && deploymentModeOf(service.object);
  if (mode === 'knative' || mode === 'other') {
    return {
      ...problem,
      message: `${message}, and in its deployment mode there is no Deployment of a lasting name to aim at. Use spec.predictor.scaleMetric and scaleTarget of the InferenceService`,
    };
  }
  const annotation = ['metadata', 'annotations', autoscalerClassAnnotation];
  const isExternal =
    service && fieldOf(service.object, ...annotation) === 'external';
  const deployment = `${name}-predictor`;
  const set = (key: string, value: string) =>
    setOperation(object, `${target}/${key}`, value);
  return {
    ...problem,
    message: `${message}. It never acts (condition AbleToScale=False, FailedGetScale). Aim it at the Deployment ${quote(
      deployment,
    )} that KServe makes`,
    ...(usableName.test(name) && {
      fix: {
        title: `Aim at the Deployment ${deployment}`,
        patch: [
          set('apiVersion', 'apps/v1'),
          set('kind', 'Deployment'),
          set('name', deployment),
        ],
      },
    }),
    ...(service &&
      !isExternal && {
        related: [
          {
            manifest: service,
            pointer: pointerOf(...annotation),
            message: `Add the annotation ${autoscalerClassAnnotation}: external, or KServe makes a second autoscaler for the same Deployment and both stop (AmbiguousSelector)`,
          },
        ],
      }),
  };
}

/** An autoscaler that can never act on what it names. */
export const hpaTargetNotScalable: Rule = {
  id: 'hpa-target-not-scalable',
  severity: 'error',
  title: 'The autoscaler targets what cannot be scaled',
  why: 'A HorizontalPodAutoscaler works through the scale subresource of its target. An InferenceService has none, so the replicas never change, whatever the load.',
  guide: 'Autoscaling Configuration',
  kinds: ['HorizontalPodAutoscaler'],
  fixable: true,
  doc: docOf('hpa-target-not-scalable'),
  check: ({ manifests }, context) =>
    manifests
      .filter(({ kind }) => kind === 'HorizontalPodAutoscaler')
      .flatMap(manifest => problemOf(manifest, context) ?? []),
};
