import { guide, type Input } from '@dynoscope/scorecard';
import type { InferenceServiceOptions } from './options';
import type { Service } from './service';

/** What needs no arithmetic. */
export type Basics = Pick<
  Service,
  | 'name'
  | 'namespace'
  | 'latencyClass'
  | 'profile'
  | 'modelFormat'
  | 'protocolVersion'
  | 'storageUri'
  | 'resources'
>;

/** The namespace of the guide's examples. */
const guideNamespace = 'mlops';

/** The options that need no arithmetic, with the guide's values where nothing is said. */
export function basicsOf(options: InferenceServiceOptions): Basics {
  const { name, resources } = options;
  const latencyClass = options.latencyClass ?? 'small';
  const isLanguageModel = latencyClass === 'llm';
  const prefersGpu = isLanguageModel || latencyClass === 'large';
  return {
    name,
    namespace: options.namespace ?? guideNamespace,
    latencyClass,
    profile: options.profile ?? (prefersGpu ? 'gpu' : 'cpu'),
    modelFormat:
      options.modelFormat ?? (isLanguageModel ? 'huggingface' : 'sklearn'),
    protocolVersion: options.protocolVersion ?? (isLanguageModel ? 'v2' : 'v1'),
    storageUri: options.storageUri ?? `s3://CHANGE-ME/${name}`,
    resources: {
      requests: {
        ...guide.inferenceResources.requests,
        ...resources?.requests,
      },
      limits: { ...guide.inferenceResources.limits, ...resources?.limits },
    },
  };
}

/** Where the values of {@link basicsOf} come from. */
export function basicInputs(
  options: InferenceServiceOptions,
  basics: Basics,
): Input[] {
  const { title, notes } = guide.latencyClasses[basics.latencyClass];
  const input = (
    name: 'namespace' | 'profile' | 'modelFormat' | 'protocolVersion',
    label: string,
    detail: string,
  ): Input => ({
    name,
    label,
    value: basics[name],
    ...(options[name] === undefined
      ? { source: 'default', detail }
      : { source: 'yours' }),
  });
  return [
    input('namespace', 'Namespace', "that of the guide's examples"),
    input('profile', 'Profile', `Guide, class ${title}: ${notes}`),
    input('modelFormat', 'Model format', `usual for class ${title}`),
    input('protocolVersion', 'Protocol', `usual for class ${title}`),
  ];
}
