import { type Fields, fieldOf, fieldsOf, isFields, listOf } from './fields';
import {
  type Component,
  componentsOf,
  deploymentModeOf,
  isInferenceService,
} from './inferenceService';
import { labelsOf } from './labelSelector';
import type { Manifest } from './manifest';

/**
 * The pods that an object brings: their labels, and for KServe where requests enter.
 *
 * @public
 */
export interface Pods {
  owner: Manifest;
  /** What of the owner makes them. */
  pointer: string;
  /** A value of `undefined` is there, and nobody knows it. */
  labels: ReadonlyMap<string, string | undefined>;
  /** Set for the pods of an InferenceService. */
  entry?: {
    /** Requests enter at one of them. */
    ports: readonly number[];
    /** The one to open, where it is sure. */
    port?: number;
    /** Why there, in words. */
    reason: string;
    /** What decides it. */
    pointer: string;
  };
}

/** KServe `reconcilers/service/service_reconciler.go`; Knative `pkg/networking/constants.go`. */
const ports = { server: 8080, agent: 9081, knative: [8012, 8013] } as const;

/** Where the template of the pods stands, for each kind that has one. */
const templates: Readonly<Record<string, readonly string[]>> = {
  Pod: [],
  Deployment: ['spec', 'template'],
  StatefulSet: ['spec', 'template'],
  DaemonSet: ['spec', 'template'],
  ReplicaSet: ['spec', 'template'],
  ReplicationController: ['spec', 'template'],
  Rollout: ['spec', 'template'],
  Job: ['spec', 'template'],
  CronJob: ['spec', 'jobTemplate', 'spec', 'template'],
};

function serverPort({ fields }: Component): number {
  const containers = [
    ...Object.values(fields).filter(isFields),
    ...listOf(fields, 'containers'),
  ];
  const port = containers
    .map(each => fieldOf(each, 'ports', 0, 'containerPort'))
    .find(each => Number.isSafeInteger(each));
  return port === undefined ? ports.server : Number(port);
}

function entryOf(
  component: Component,
  mode: ReturnType<typeof deploymentModeOf>,
): Pods['entry'] {
  if (mode === 'other') return undefined;
  if (mode === 'knative') {
    return {
      ports: ports.knative,
      reason: "where Knative's queue proxy listens",
      pointer: component.pointer,
    };
  }
  const agent = ['batcher', 'logger'].find(key =>
    isFields(component.fields[key]),
  );
  const entry = agent ? ports.agent : serverPort(component);
  return {
    port: entry,
    ports: mode === 'implicit' ? [entry, ...ports.knative] : [entry],
    reason: agent
      ? `where KServe's agent listens, since there is a ${agent}`
      : 'where the model server listens, since there is no batcher and no logger',
    pointer: agent ? `${component.pointer}/${agent}` : component.pointer,
  };
}

/**
 * The pods that an object brings. Those of an InferenceService carry the labels of service and component, and three that
 * KServe sets over any other: `app`, `component` and its own; `components/predictor.go`, `deployment_reconciler.go`.
 */
export function podsOf(owner: Manifest): Pods[] {
  const { object, name = '' } = owner;
  if (isInferenceService(owner)) {
    const mode = deploymentModeOf(object);
    return componentsOf(object).map(component => ({
      owner,
      pointer: component.pointer,
      entry: entryOf(component, mode),
      labels: new Map<string, string | undefined>([
        ...labelsOf(fieldsOf(object, 'metadata', 'labels')),
        ...labelsOf(fieldsOf(component.fields, 'labels')),
        [
          'app',
          mode === 'standard' || mode === 'implicit'
            ? `isvc.${name}-${component.id}`
            : undefined,
        ],
        ['serving.kserve.io/inferenceservice', name],
        ['component', component.id],
      ]),
    }));
  }
  if (!Object.hasOwn(templates, owner.kind)) return [];
  const template: Fields = fieldsOf(object, ...templates[owner.kind]);
  const labels = labelsOf(fieldsOf(template, 'metadata', 'labels'));
  return [{ owner, pointer: '', labels }];
}
